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
};
