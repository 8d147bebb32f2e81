import { enCoupons } from './en-coupons.js';
import { enDoctor, enDoctorHelp } from './en-doctor.js';
import { enDraws } from './en-draws.js';
import { enHelp } from './en-help.js';
import { enModels, enModelsHelp } from './en-models.js';
import { enPlanning } from './en-planning.js';
import { enPreview, enPreviewHelp } from './en-preview.js';
import { enPrivacy, enPrivacyHelp } from './en-privacy.js';
import { enPublications } from './en-publications.js';
import { enTemplates, enTemplatesHelp } from './en-templates.js';
import { enTrends, enTrendsHelp } from './en-trends.js';
import { enVoidHelp, enVoids } from './en-voids.js';
import { enWinners, enWinnersHelp } from './en-winners.js';
import { enWords } from './en-words.js';
import type { Messages } from './ko.js';

export const en: Messages = {
  language: 'en',
  help: {
    ...enHelp,
    models: enModelsHelp,
    trends: enTrendsHelp,
    doctor: enDoctorHelp,
    privacy: enPrivacyHelp,
    winners: enWinnersHelp,
    voids: enVoidHelp,
    previews: enPreviewHelp,
    templates: enTemplatesHelp,
  },
  ...enWords,
  ...enPublications,
  ...enDraws,
  ...enCoupons,
  ...enModels,
  ...enTrends,
  ...enDoctor,
  ...enPrivacy,
  ...enWinners,
  ...enPlanning,
  ...enVoids,
  ...enPreview,
  ...enTemplates,

  status: {
    none: 'No campaigns yet. Start with `kt-event init`.',
    rehearsal: 'rehearsal',
    period: 'Entries open',
    entries: 'Entries',
    entriesOf: (accepted, visitors) => `${accepted} (${visitors} visited the store)`,
    refused: (duplicates, refused) => `${duplicates} repeated, ${refused} refused`,
    guards: 'Turned away',
    guardsOf: ({ kept, programs, codesSent, codesKrw }) =>
      `${kept} (${programs} programs in the trap)${codesSent > 0 ? `, ${codesSent} codes for ${codesKrw} KRW` : ''}`,
    remaining: 'Left',
    pieces: (count) => `${count} pieces`,
    visitCode: 'Visit code now',
    draw: 'Draw',
    committed: 'committed in public; waiting for the randomness',
    drawn: (count) => `${count} drawn`,
    notices: 'Winner notices',
    noticesOf: (sent, others) => `${sent} sent${others > 0 ? `, ${others} left` : ''}`,
    unpainted: (provider, code) => `${provider} gave no picture; our own drawing stands there (${code}).`,
    unfilmed: (provider, code) =>
      `No clip of ${provider} could be used; films begin with our own drawing (${code}).`,
    unwritten: (channel, why) => `${channel} has the plan's words. ${why}`,
    doubtful: (count) =>
      `${count} external effect(s) may or may not have happened. Look with \`kt-event effects list\`.`,
    run: 'Run',
    folder: 'Folder',
  },

  next: {
    approve: (id) => `Next: read the content and approve it with kt-event generate ${id} --yes`,
    approveMade: (id, folder) =>
      `Next: look at what models painted and wrote in ${folder}, then approve: kt-event distribute ${id} --yes`,
    resume: (id) => `Next: kt-event resume ${id}`,
    decide: 'Next: look with kt-event effects list, then decide.',
    at: (when, what) => `Next: ${what}, ${when}. With kt-event serve running it happens by itself.`,
    goesOn: 'going on',
  },

  verification: {
    valid: 'The draw transcript verifies.',
    invalid: 'The draw transcript does not verify. Do not trust these winners.',
    proves: 'What this shows',
    doesNotProve: 'What this does not show',
  },

  report: {
    ai: 'made by AI',
    aiOf: (item, cost) => `${item} ${cost}`,
    rehearsal: 'Result of a rehearsal: no real customers and no real winners.',
    entries: 'Entries',
    entriesOf: (accepted, visitors) => `${accepted} entered, ${visitors} came to the store`,
    winners: 'Winners',
    winnersOf: (winners, notified, unreached) =>
      `${winners} won, ${notified} were told, ${unreached} could not be reached`,
    messages: 'Messages',
    messageOf: (purpose, kind, count, cost) => `${purpose} by ${kind}: ${count}, ${cost}`,
    purpose: { winner: 'notice', reminder: 'reminder', code: 'code' },
    kind: {
      alimtalk: 'AlimTalk',
      sms: 'text message (SMS)',
      lms: 'text message (LMS)',
      text: 'text message',
    },
    sales: 'Sales',
    salesOf: (actual, baseline) => `${actual} (usually ${baseline})`,
    uplift: 'Added sales',
    upliftOf: (value, low, high) => `${value} (${low} to ${high})`,
    unproven: 'may be chance: too little data to say that sales rose',
    left: 'Left over',
    noSales: 'No sales figures, so what is left over was not computed.',
    places: 'Came from',
    print: 'print in the store',
    placeOf: (place, opened, entered) => `${place}: opened ${opened} times, ${entered} entered`,
    redeemed: 'Taken',
    redeemedOf: (taken, of) => `${taken} of ${of}`,
    channels: 'Channels',
    none: 'Nothing measured yet.',
  },

  rehearsal: {
    title: 'The rehearsal has ended',
    honest:
      'Rehearsal: nobody real was told and nobody real won. Customers and channels lived on this computer.',
    invented: (sent, accepted) => `${accepted} of ${sent} invented customers entered`,
    picked: (winners, reserves) => `${winners} winners, ${reserves} in reserve`,
    verified: 'computed again from its transcript and found right',
    unverified: 'its transcript does not verify',
    told: (sent, masked) => `${sent} practice notice(s)${masked ? `: ${masked}` : ''}`,
    consents: 'Consents',
    consentsTold: ({ given, told }) => `${told} of ${given} who agreed were told by practice text`,
    prizes: 'Prizes',
    handedOver: ({ claimed, expired, declined, promoted }) =>
      `${claimed} claimed, ${expired} late, ${declined} declined; ${promoted} in reserve took their places`,
    made: (count, folder) => `${count} file(s) made in ${folder}`,
    verifyYourself: (path) => `check the draw yourself: kt-event verify ${path}`,
  },

  dryRun: {
    title: 'Preview',
    honest: 'Nothing was sent or stored.',
    where: 'Where it would go, and the words',
  },

  approval: {
    content: 'To be approved',
    spoken: 'What callers will hear',
    unspoken: (written) => `${written} (not spoken)`,
    voice: (disclosure) => `A made voice ends with: ${disclosure}`,
    byModels:
      'Painted, filmed or written by a model. Look at it, then approve. Nothing is published before that',
    hash: (hash) => `Content hash: ${hash}`,
    live: (channels) => `Approving publishes for real on: ${channels}`,
    question: 'Start with this content?',
    unreachable:
      'The entry address on posters and texts opens on this computer only. Put one that customers can open into KT_EVENT_PUBLIC_URL and make them again.',
  },

  init: {
    written: (path) => `Wrote ${path}.`,
    next: (path) => `Edit it, then check it: kt-event check ${path}`,
    store: 'What is the store called?',
    industry: 'What kind of store is it?',
    region: 'Where is it? (such as 서울 마포구)',
    phone: 'Its phone number?',
    name: 'Name of the event?',
    budget: 'Budget, in won?',
  },

  tasks: {
    check: 'Checking the rules',
    plan: 'Making the plan',
    run: 'Running the campaign',
    rehearse: 'Rehearsing',
  },

  resume: {
    nothing: 'Nothing to go on with.',
    found: (count) => `${count} campaign(s) to go on with.`,
  },

  serve: {
    listening: (url) => `Open at ${url}`,
    stop: 'Ctrl-C stops it.',
  },

  interrupted: {
    stopping: 'Stopping safely. Press Ctrl-C again to end at once.',
  },

  error: {
    more: (count) => `${count} more place(s).`,
  },

  usage: {
    unknownCommand: (name) => `there is no command "${name}"`,
    unknownOption: (name) => `there is no option ${name}`,
    missingArgument: (name) => `${name} is missing`,
    missingValue: (name) => `${name} needs a value`,
    wrongValue: (name) => `${name} does not take this value`,
    excessArguments: 'there are more values than the command takes',
    conflict: 'these options exclude one another',
    other: 'the command was not understood',
    suggestion: (name) => `did you mean ${name}?`,
    help: (command) => `see \`${command} --help\``,
  },
};
