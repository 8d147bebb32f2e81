import type { Facts, TextFacts } from './facts.js';
import type { Rule, Violation } from './rule.js';
import { findWord, words } from './words.js';

/** Source: announced 2025-12-18. */
const mostHashtags = 5;

export const instagramRelease: Rule = {
  id: 'META-001',
  check: (facts) =>
    instagramTexts(facts, ({ text }) => {
      const apart = /(?:Instagram|인스타그램)[^\n]*(?:관련이 없|무관|후원·보증·운영하지 않)/i.test(text);
      const released = /책임[^\n]*묻지 않/.test(text);
      return !apart || !released;
    }),
};

export const inaccurateTagging: Rule = {
  id: 'META-002',
  check: (facts) => instagramTexts(facts, ({ text }) => findWord(text, words.tagFriends) !== undefined),
};

export const hashtagCount: Rule = {
  id: 'META-004',
  check: (facts) =>
    instagramTexts(
      facts,
      (text) => countHashtags(text) > mostHashtags,
      (text) => ({ n: countHashtags(text) }),
    ),
};

export const timelineShare: Rule = {
  id: 'META-003',
  check: ({ texts }) =>
    texts
      .filter(({ title, text }) => findWord(`${title}\n${text}`, words.timelineShares))
      .map(({ channel }) => ({ path: `copies.${channel}` })),
};

/** Tags in the body count too, each once. */
function countHashtags({ text, hashtags }: TextFacts): number {
  const inBody = text.match(/#[\p{L}\p{N}_]+/gu) ?? [];
  return new Set([...hashtags, ...inBody].map((tag) => tag.replace('#', ''))).size;
}

function instagramTexts(
  { texts }: Facts,
  breaks: (text: TextFacts) => boolean,
  valuesOf: (text: TextFacts) => Record<string, number> = () => ({}),
): Violation[] {
  return texts
    .filter((text) => text.channel === 'instagram' && breaks(text))
    .map((text) => ({ path: 'copies.instagram', values: valuesOf(text) }));
}
