import type { Facts, TextFacts } from './facts.js';
import { broken, type Rule, type Violation } from './rule.js';
import { findWord, postingMethods, words } from './words.js';

export const disclosedFirst: Rule = {
  id: 'FTC-001',
  check: (facts) => postTexts(facts, (text) => !findWord(opening(text), words.disclosure)),
};

export const disclosureInTagsOnly: Rule = {
  id: 'FTC-002',
  check: (facts) =>
    postTexts(facts, (text) => {
      const tagged = findWord(text.hashtags.join(' '), words.disclosure) !== undefined;
      return tagged && !findWord(`${text.title}\n${text.text}`, words.disclosure);
    }),
};

export const vagueDisclosure: Rule = {
  id: 'FTC-003',
  check: (facts) =>
    postTexts(
      facts,
      (text) => !findWord(opening(text), words.disclosure) && vagueWord(text) !== undefined,
      (text) => ({ text: vagueWord(text) ?? '' }),
    ),
};

export const conditionedRating: Rule = {
  id: 'FTC-004',
  check: ({ texts }) =>
    broken(
      texts.some(({ text }) => findWord(text, words.positiveReview)),
      { path: 'copies' },
    ),
};

export const rewardedPlaceReview: Rule = {
  id: 'NAV-001',
  check: ({ methodId }) => broken(methodId === 'place_review', { path: 'method' }),
};

/** Those who are close to the store may not pass for customers: they are left out, or say who they are. */
export const relatedPosts: Rule = {
  id: 'FTC-005',
  check: (facts) => postTexts(facts, ({ text }) => !findWord(text, words.relatedPeople)),
};

function opening({ title, text }: TextFacts): string {
  return `${title}\n${text.split('\n', 1)[0] ?? ''}`;
}

function vagueWord(text: TextFacts): string | undefined {
  return findWord(opening(text), words.vagueDisclosure);
}

/** Texts of a campaign in which people must publish something to enter. */
function postTexts(
  { methodId, texts }: Facts,
  breaks: (text: TextFacts) => boolean,
  valuesOf: (text: TextFacts) => Record<string, string> = () => ({}),
): Violation[] {
  if (!postingMethods.includes(methodId)) return [];
  return texts.filter(breaks).map((text) => ({ path: `copies.${text.channel}`, values: valuesOf(text) }));
}
