import type { koPlanning } from './ko-planning.js';

export const enPlanning: typeof koPlanning = {
  check: {
    asOf: (day) => `Judged by the rules of ${day}.`,
    noNumber: 'No business number, so none was checked.',
    number: (number, answer, practised) =>
      `Business number ${number}: the check digit matches. ${answer}${practised ? ' (a stand-in answered)' : ''}`,
    business: {
      active: 'Tax service: in business.',
      suspended: 'Tax service: suspended.',
      closed: 'Tax service: closed down.',
      unknown: 'Tax service: not registered.',
      unverified: 'The tax service did not answer, so its state is not known.',
      not_asked: 'The tax service was not asked (DATA_GO_KR_SERVICE_KEY is not set).',
    },
  },
  bulk: {
    task: (count) => `Planning ${count} stores`,
    title: (count) => `${count} stores`,
    planned: (count, total) => `${count} planned, ${total} in all`,
    unchanged: (count) => `${count} of them as before`,
    started: (count) => `${count} of them begun`,
    failed: (count) => `${count} have something to correct`,
    skipped: (count) => `${count} were not begun`,
    row: (line, id, store, code) => `line ${line} ${[id, store].filter(Boolean).join(' ')} (${code})`,
    results: (out) => `Results: ${out} (result.csv, result.json)`,
  },
};
