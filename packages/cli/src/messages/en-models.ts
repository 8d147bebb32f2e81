import type { koModels, koModelsHelp } from './ko-models.js';

export const enModels: typeof koModels = {
  modelName: { anthropic: 'Claude', openai: 'GPT' },
  planning: {
    part: { proposal: 'prizes and ways to take part', copy: 'words' },
    field: {
      title: 'title',
      reason: 'reason',
      method: 'way to take part',
      prizes: 'prizes',
      headline: 'headline',
      greeting: 'greeting',
      story: 'story',
    },
    why: {
      empty: 'it was empty',
      too_long: 'it was too long',
      language: 'it was not Korean',
      number: 'it held numbers or sums, which are reckoned here',
      promise: 'it promised what this event does not give',
      other_mechanic: 'it spoke of a way to take part that this event does not have',
      address: 'it held a link or a contact',
      markup: 'it held signs that are no text',
      order: 'it held words meant for a machine',
      copied: 'it repeated what others wrote',
      leak: 'it held what was to be kept',
      quantity: 'the prizes did not fit the number of winners',
      price_band: 'a prize was worth more or less than this trade gives',
      too_many_large: 'too many of the prizes were large ones',
      flat: 'two prizes were worth nearly the same',
      unequal: 'the first to come would not all get the same',
      too_dear: 'the prizes cost too much for an event of this size',
      same_method: 'the three concepts shared a way to take part',
      budget: 'it went over the budget',
      rule: 'it broke a rule',
    },
    modelFailure: {
      PROVIDER_001: 'gave no answer (refused, out of allowance, or switched off)',
      PROVIDER_002: 'was too busy to answer',
      PROVIDER_003: 'is paused after repeated failures',
      PROVIDER_004: 'gave an answer nobody can read',
      PROVIDER_005: 'could not be reached',
      PROVIDER_006: 'did not answer in time',
      AUTH_002: 'did not accept the key',
      USER_017: 'was not asked: the budget or the cap is too small',
    },
    title: 'What AI did',
    used: (name, model, what, cost) => `${name} (${model}): proposed ${what}, ${cost}`,
    dropped: (name, model, what, cost) =>
      `${name} (${model}): proposed ${what}, and nothing of it could be used, ${cost}`,
    failed: (name, why) => `${name} ${why}; the built-in proposal is used`,
    perhapsPaid: (cost) => `(up to ${cost} may have been charged)`,
    asking: (name) => `${name} is still being asked; look again in a moment`,
    none: 'Made without AI, from the built-in knowledge alone.',
    practice: 'A stand-in for practice, not the answer of a real model.',
    corrections: 'Put right',
    correctionDropped: (name, concept, field, why) =>
      `${field} of ${concept} by ${name} was left out: ${why}`,
    correctionCorrected: (name, concept, field, why) =>
      `${field} of ${concept} by ${name} was corrected: ${why}`,
    said: (text) => `was: ${text}`,
    instead: (text) => `now: ${text}`,
    because: (text) => `bound: ${text}`,
  },
};

export const enModelsHelp: typeof koModelsHelp = {
  offline: 'asks no AI and uses what is on this computer alone',
};
