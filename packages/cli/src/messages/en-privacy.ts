import type { Messages } from './ko.js';

export const enPrivacy: Pick<Messages, 'consents' | 'privacy' | 'keys'> = {
  consents: {
    title: (all, told) =>
      `${told} of ${all} who agreed to hear of the store have been told what became of it`,
    pending: (count) => `${count} are being sent to, or wait for the morning`,
    nextAt: (when) => `goes on ${when}`,
    nobody: 'There is no messenger, so nobody is told: tell them yourself',
    untold: (count) => `${count} have to be told (--notify sends it)`,
    toConfirm: (count) =>
      `${count} consents will be two years old and have to be confirmed (--confirm --notify sends it)`,
    row: (masked, consentedOn, dueOn) => `${masked}: agreed ${consentedOn}, by ${dueOn}`,
    rest: (count) => `${count} more (--json has all)`,
  },
  privacy: {
    phoneQuestion: 'Mobile number of the person',
    forgetQuestion: 'Erase what is kept of the owner of this number? It cannot be undone',
    eraseQuestion: 'Erase what is kept of everybody who entered? It cannot be undone',
    nobody: 'Nothing is kept under this number.',
    notKept: '(erased)',
    nth: (no) => `no. ${no}`,
    tickets: (count) => `${count}`,
    agreed: 'agreed',
    notAgreed: 'not agreed',
    labels: {
      name: 'Name',
      phone: 'Mobile',
      entered: 'Entered',
      tickets: 'Tickets',
      coupon: 'Coupon',
      marketing: 'News',
      notices: 'Told of a prize',
      deleteAt: 'To be destroyed',
    },
    results: {
      erased: 'erased',
      prize_in_hand: 'has a prize in hand: collect or decline it first',
      entries_are_taken: 'the list of the draw is fixed until it has been drawn',
    },
    erased: (count, when) => `The data of ${count} people has been destroyed (${when})`,
    kept: (count) => `The phones of ${count} who agreed to hear of the store are kept. Their names are gone`,
    receipt: 'Receipt: privacy/erasure.json in the campaign’s folder',
  },

  keys: {
    rotating: 'Changing keys',
    masters: (count) => (count === 1 ? '1 master key' : `${count} master keys, the present one included`),
    version: (version) => `data key no. ${version}`,
    olderData: (count) => `older data keys: ${count}`,
    olderIndex: 'phones are indexed under an older master key',
    masterRotated: (count) =>
      `✔ There is a new master key, and ${count} secrets are sealed under it. Start running servers again.`,
    dataRotated: (count, version) => `${count} people are sealed under data key no. ${version}`,
    olderKept: 'Entries are being taken, so the key before is kept. Run it again after the closing',
    indexRotated: (count) => `✔ ${count} participants are indexed under the present master key.`,
    forgotten: '✔ The older master keys are forgotten.',
  },
};

export const enPrivacyHelp: Messages['help']['privacy'] = {
  privacy: 'show and erase personal data',
  export: 'show everything that is kept under a number',
  forget: 'erase the owner of a number',
  erase: 'destroy the personal data of a campaign that is over',
  consents: 'tells people within 14 days what became of their consent, and confirms consents of two years',
  notify: 'sends it; without it they are only shown',
  confirm: 'sends the confirmation of consents that are two years old',
  dryRunConsents: 'shows only who would be told',
  phoneFile: 'file with the number; `-` reads standard input',
  yes: 'do not ask',
  keys: 'manage the keys over personal data',
  status: 'show which keys are in use',
  rotate: 'replace a key',
  rotateMaster: 'replace the master key',
  rotateData: 'replace the data key of a campaign',
  rotateIndex: 'index phones under the present master key; after the closing only',
  forgetOlder: 'forget older master keys that nothing needs',
};
