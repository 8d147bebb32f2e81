import type { koWinners, koWinnersHelp } from './ko-winners.js';

export const enWinners: typeof koWinners = {
  winners: {
    none: 'Nobody has won yet. They are here once it is drawn.',
    no: (no) => `no. ${no}`,
    reserve: (no) => `reserve ${no}`,
    nobody: '(destroyed)',
    unreached: 'could not be told',
    state: {
      reserve: 'waits',
      drawn: 'not told yet',
      notified: 'told, has to answer',
      claimed: 'claimed',
      handed_over: 'has the prize',
      expired: 'too late',
      declined: 'declined',
      disqualified: 'disqualified',
    },
    until: (when) => `until ${when}`,
    by: {
      alimtalk: 'By AlimTalk; who has no KakaoTalk gets the same words as a text message.',
      text: 'By text message (SMS, LMS). Register templates for AlimTalk: kt-event winners templates',
      none: 'No messenger is connected, so nobody is written to. The texts go into the folder outbox/notices.',
    },
    allTold: 'There is nobody to tell: all of them know.',
    told: (count) => `${count} were told.`,
    wouldTell: (count) => `${count} would be told. Nothing was sent.`,
    stillUntold: (count) => `${count} do not know yet.`,
    tellThem:
      'At night, or before the announcement, kt-event serve sends when it is time. Whom you told yourself: winners notify <campaign> --told <number>.',
    toldByHand: (count) => `Noted that you told ${count}.`,
    claimed: 'The claim is noted. Run it again with --hand-over when the prize is handed over.',
    handedOver: 'The prize is noted as handed over.',
    foreseen: 'Preview: nothing was changed.',
    lost: (reason) => `Loses the prize (${reason})`,
    reasons: {
      no_show: 'did not come',
      unreachable: 'could not be reached',
      declined: 'declined',
      disqualified: 'did not meet the conditions',
    },
    heir: 'Gets the prize',
    noHeir: 'No reserve is left, or too little time: the prize stays with the store.',
    notPromoted: 'A waiting reserve holds no prize, so none is passed on.',
    heirIsTold: 'kt-event serve tells the new winner. To tell them now, run kt-event winners notify.',
    promoteQuestion: 'Pass this prize on? It cannot be undone',
  },

  templates: {
    title: {
      winner: 'Notice to winners',
      reminder: 'Reminder of the deadline',
      void: 'Notice of a void draw',
    },
    variable: (name) => `Id of the approved template: environment variable ${name}`,
    sentAs: {
      alimtalk: 'Goes out by AlimTalk now.',
      text: 'Goes out as a text message (SMS, LMS) now.',
      none: 'Goes out to nobody now.',
    },
    kept: {
      same: 'The same as the registered template, to the character.',
      differs: 'Not the registered template. Kakao would refuse it, and a text message would go out.',
      unapproved: 'The template is not approved yet.',
      unknown: 'There is no template with this id.',
    },
    differsAt: (line) => `They differ from line ${line} on.`,
    register:
      'Register these texts as they are, line breaks and punctuation included: Kakao refuses what differs by one character. Add no promotion and no button.',
  },

  papers: {
    untaxed: 'No prize is taxed.',
    tax: 'Tax',
    taxOf: (tax) => `${tax} (the winner pays)`,
    documents: 'Name and number',
    present: 'there',
    missing: 'missing',
    payBy: 'Pay by',
    afterHandOver: 'known once the prize is handed over',
    statementBy: 'Statement by',
    gross: 'If the store pays',
    check: 'Check days and rates with your tax adviser or Hometax before you file.',
    written: (path) => `Written to ${path}. Only your account on this computer can read it.`,
    personal:
      'It holds names, phones and addresses. Delete it as soon as you are done. Who took it, and when, is on record.',
    residentNumbers:
      'It holds resident registration numbers. Delete it once you have filed, and do not mail it as it is. Who took it, and when, is on record.',
  },
};

export const enWinnersHelp: typeof koWinnersHelp = {
  group: 'tells winners and hands prizes over',
  list: 'winners, reserves and their states, with masked names',
  notify: 'tells winners who do not know yet',
  templates: 'the texts to register for AlimTalk, as they are',
  templatesCheck: 'asks whether the registered templates are the same',
  notifyDryRun: 'only shows who would be told',
  told: 'numbers of those you told yourself',
  claim: 'notes a claim at the counter, where staff saw the receipt',
  no: 'number of the award, as in winners list',
  handOver: 'the prize is handed over as well',
  taxDone: 'the tax was dealt with on paper',
  promote: 'takes a prize back and passes it to the next reserve',
  reason: 'why',
  promoteDryRun: 'only shows who would get it',
  yes: 'do not ask',
  tax: 'prizes that are taxed, and what is due when',
  taxOut: 'file for legal names and resident numbers as well (CSV)',
  export: 'writes the list of winners as a file for Excel',
  out: 'file to write (CSV). Nothing of it is shown',
};
