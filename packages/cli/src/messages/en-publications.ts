import type { koPublications } from './ko-publications.js';

export const enPublications: typeof koPublications = {
  publications: {
    title: 'Distribution',
    none: 'Not distributed yet.',
    assumed: 'the channel publishes no protocol: sent in an assumed one',
    local: 'not really sent: place the package yourself',
    sandbox: 'sent to a practice channel, not to the real one',
    scheduledFor: (when) => `goes out from ${when}`,
    byPerson: 'recorded by a person',
    delivery: (delivered, failed, pending) =>
      `${delivered} received it · ${failed} failed · ${pending} pending`,
    distribute: (command) => `to publish it: ${command}`,
    again: (command) => `to try again: ${command}`,
    decide: (command) => `to look and decide: ${command}`,
    ask: (command) => `to ask where it is: ${command}`,
    confirm: (command) => `after placing it: ${command}`,
    mark: (command) => `to record what has come of it: ${command}`,
    unreachable: (count) => `${count} channel(s) could not be asked; their states are as they were.`,
    withdrawn: 'What could be taken back was taken back.',
  },
  measures: {
    none: 'Nothing is published on a channel that tells figures.',
    notYet: 'no figures told yet',
    names: {
      views: 'views',
      reach: 'people reached',
      likes: 'likes',
      comments: 'comments',
      saves: 'saves',
      shares: 'shares',
    },
  },

  distribution: {
    title: 'What would be published',
    honest: 'Nothing was sent and nobody was asked.',
    recipients: (count) => `goes to ${count} people`,
    media: 'With it',
    cost: 'Cost',
    total: (won) => `${won} in all`,
    problem: 'cannot be sent as it is',
    duplicate: (campaignId) =>
      `campaign ${campaignId} has published the same there; pass --allow-duplicate to do it all the same`,
    placed: (state) => `dealt with already (${state})`,
    would: 'Would be sent',
    wouldNot: 'Would not be sent',
  },

  providers: {
    none: 'No outside system has been called yet.',
    state: { closed: 'fine', open: 'paused', half_open: 'on trial' },
    counts: (calls, failed, retries) => `${calls} calls · ${failed} failed · ${retries} retries`,
    cause: (code, when) => `last failure: ${code} (${when})`,
    since: (when) => `since ${when}`,
    tooLong: 'paused for more than 5 minutes: look at the state of that service.',
  },

  media: {
    revoked: 'Every media address of this campaign is closed. Those given out from now on work.',
    rotated: 'Every media address given out so far is closed. Those given out from now on work.',
  },

  cancel: {
    question: 'Cancel this campaign? There is no way back.',
    live: (channels) => `It is out on ${channels}; it is taken back where the channel can.`,
  },

  effects: {
    none: 'No effect needs a decision.',
    resolve: (id) => `kt-event effects resolve ${id} --happened or --not`,
    attempts: (count) => `${count} attempt(s)`,
    key: 'What',
    reference: 'Our mark',
    idempotency: 'How to tell',
    ways: {
      keyed: 'sent again under the same key, it counts once',
      lookup: 'the provider can be asked',
      none: 'only a person can tell',
    },
    money: 'Cost',
    reserved: (won) => `${won} set aside`,
    settled: (won) => `${won} spent`,
    cause: 'Last error',
    intent: 'Intended at',
  },
};
