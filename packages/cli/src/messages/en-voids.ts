import type { koVoidHelp, koVoids } from './ko-voids.js';

export const enVoids: typeof koVoids = {
  voids: {
    question: 'Declare it void like this? It cannot be undone, and everybody will see it.',
    foreseen: 'A preview: nothing has been declared yet.',
    declared: 'The draw is void. The signed record is public.',
    reason: 'Reason',
    words: 'Words',
    at: 'Declared',
    next: 'Randomness of the next draw',
    round: (no, at) => (at === '' ? `drand round ${no}` : `drand round ${no} (${at})`),
    noNext: 'not fixed',
    page: 'Public at',
    consequences: [
      'Claims, notices of prizes and the handing over of prizes stop.',
      'This campaign is never drawn again: announce a new one, and take entries for it.',
    ],
    toTell: (known) =>
      known === 0
        ? 'Nobody knows of a prize and waits for it yet.'
        : `${known} who know of their prize and wait for it are told. At night nobody is: then at 08:00.`,
    told: (sent, known) =>
      known === 0
        ? 'Nobody knew of a prize and waited for it.'
        : `Of ${known} who knew of their prize and waited for it, ${sent} were told that it is void.`,
    goesOn: (when) => `It goes on at ${when}, where kt-event serve is running then.`,
    unreached: (count) => `${count} could not be reached: tell them yourself.`,
    inDoubt: (count) => `Of ${count} it is not known whether they got it: see kt-event effects list.`,
    byHand: 'No messenger is connected, so nothing was sent: what to say is in outbox/notices.',
    audit: (count) => `${count} audit records, and the signed heads`,
    no: (no) => `up to ${no}`,
    milestone: {
      commitment: 'commitment',
      draw: 'draw',
      notices: 'notices',
      void: 'void',
      erasure: 'erasure',
      hour: 'the hour',
    },
    auditFile: 'Saved with --json, it can be checked with kt-event verify --audit.',
    verified: 'Void record: signed by the organiser. This draw is void: do not use its winners.',
    refused: 'Void record: not that of this draw, or not signed by its organiser. It makes nothing void.',
    auditVerified:
      'Audit chain: nothing was taken out or changed once it was signed, with one commitment and this one draw.',
    auditRefused: 'Audit chain: it is not that of this draw, or it changed after it was signed.',
  },
  anchors: {
    publish: 'Publish this as it is, in a public place that keeps the date (a blog, say).',
    until: (when) => `Before ${when}: from then on it proves nothing.`,
    afterwards: 'Then: kt-event anchor <campaign> --post <address>',
    added: (where) => `The commitment is there, and the place is kept: ${where}`,
    title: 'Places that show the commitment',
    none: 'No place shows the commitment yet: its time rests on the organiser’s word.',
    kind: {
      timestamp_token: 'time stamp',
      transparency_log: 'transparency log',
      post: 'post',
      message: 'message',
      entry_page: 'entry page',
    },
    worth:
      'When a post was made is for its service to show. It can be edited and deleted: leave it as it is after the draw.',
  },
};

export const enVoidHelp: typeof koVoidHelp = {
  void: 'Declares a draw void by a signed public record. It cannot be undone',
  reason: 'why it does not hold',
  words: 'what everybody will read, 10 to 500 letters; it names nobody',
  nextDraw: 'time of the draw in a new campaign, whose public randomness is fixed by this',
  dryRun: 'only shows what would be declared',
  yes: 'declares it without asking',
  audit: 'Shows the audit chain and its signed heads',
  anchor: 'Shows what to publish of the commitment, and keeps where it was published',
  post: 'address of the post; it is read, and must show the commitment',
  list: 'shows the places that are kept',
  voidFile: 'file with the void record (/draws/…/void.json)',
  auditFile: 'file with the audit chain (draw audit --json)',
};
