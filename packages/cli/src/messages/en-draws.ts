import type { koDrawHelp, koDraws } from './ko-draws.js';

export const enDraws: typeof koDraws = {
  drawPreview: {
    title: 'What would be committed to',
    honest: 'Nothing was stored or published. Before entries close, the figures are those of now.',
    closes: 'Entries close',
    entries: 'Entries',
    entriesOf: (entries, weight) => `${entries}, with ${weight} tickets`,
    root: 'Root of the list',
    prizes: 'Prizes',
    reserves: 'Reserves',
    people: (count) => String(count),
    excluded: 'Excluded',
    none: 'nobody',
    reasons: { staff: 'staff', duplicate: 'duplicate', fraud: 'fraud' },
    entryLog: 'Entry log',
    entryLogOf: (size, root) => `${size} entries, root ${root}`,
    randomness: 'Randomness',
    randomnessOf: {
      drand: 'public drand randomness',
      witness: 'secrets of witnesses',
      operator: 'a secret of the operator',
    },
    round: (no) => `round ${no}`,
    sandbox: 'A rehearsal: it proves nothing about chance.',
    at: 'Draw at',
  },
  entryLog: {
    title: 'Entry log',
    none: 'Nothing is signed yet. A log is signed every five minutes while the campaign is open.',
    head: (size, root) => `${size} entries · ${root}`,
    file: 'Saved with --json, it can be checked with kt-event verify --heads.',
  },
  excluded: (entryId) => `Entry ${entryId} is out of the draw. The record keeps it with its reason.`,
  certificate: (path) => `Certificate of the draw saved: ${path}`,
  logVerified:
    'Entry log: nothing was taken out or changed once it was signed, and the draw is over this log.',
  logRefused: 'Entry log: it is not that of this draw, or it changed after it was signed.',
  rfc3797: {
    valid: 'The selection is what RFC 3797 computes.',
    invalid: 'The selection is not what RFC 3797 computes.',
    key: 'Key',
    selected: 'Computed order',
    legacy: 'A method of its time (MD5). It cannot tell whether the sources were fixed before the selection.',
  },
};

export const enDrawHelp: typeof koDrawHelp = {
  entries: 'Manages entries',
  exclude: 'Leaves one entry out, before the list of the draw is public',
  log: 'Shows the signed entry log',
  entryId: 'number of the entry',
  reason: 'why it is left out',
  dryRun: 'only shows what would be committed to',
  heads: 'file with the entry log (entries log --json)',
  method: 'method of the draw',
  certificate: 'Saves the certificate of the draw as a PDF of one page',
  out: 'file to write',
};
