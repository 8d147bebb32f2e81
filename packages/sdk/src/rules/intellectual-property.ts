import type { Facts, PictureFacts } from './facts.js';
import { broken, type Rule, type Violation } from './rule.js';
import { findWord, without, words } from './words.js';

export const uploadLicence: Rule = {
  id: 'IP-001',
  check: ({ form }) => broken(form?.uploads?.licensed === false, { path: 'form.uploads' }),
};

export const portraitRelease: Rule = {
  id: 'IP-002',
  check: ({ form }) =>
    broken(form?.uploads?.showPeople === true && !form.uploads.portraitRelease, { path: 'form.uploads' }),
};

/** The name of a product in letters is no use of its mark; a painted one is. */
export const foreignBrand: Rule = {
  id: 'IP-003',
  check: (facts) =>
    pictures(facts, ({ paintedByModel, text }) => {
      const named = findWord(without(text, [facts.store.name]), words.brands) !== undefined;
      return paintedByModel && named;
    }),
};

export const licensedMaterial: Rule = {
  id: 'IP-004',
  check: (facts) => pictures(facts, ({ licensed }) => !licensed),
};

export const kakaoLookalike: Rule = {
  id: 'KKO-001',
  check: (facts) => pictures(facts, ({ imitatesKakao }) => imitatesKakao),
};

export const labelledPicture: Rule = {
  id: 'AI-001',
  check: (facts) => pictures(facts, ({ paintedByModel, labelled }) => paintedByModel && !labelled),
};

export const honestPicture: Rule = {
  id: 'AI-002',
  check: (facts) => pictures(facts, ({ paintedByModel, saysMayDiffer }) => paintedByModel && !saysMayDiffer),
};

function pictures({ pictures }: Facts, breaks: (picture: PictureFacts) => boolean): Violation[] {
  const channels = pictures.filter(breaks).map(({ channel }) => channel);
  return [...new Set(channels)].map((channel) => ({ path: `creatives.${channel}` }));
}
