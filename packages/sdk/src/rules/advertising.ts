import { dayOf } from '../schema/seoul-time.js';
import type { Facts, TextFacts } from './facts.js';
import type { Rule, Violation } from './rule.js';
import { findWord, without, words } from './words.js';

/** Channels with room for all conditions. A spot or a ring tone names the page that has them. */
const roomyChannels: readonly TextFacts['channel'][] = ['instagram', 'naver_blog', 'kakao_channel'];

export const shownPrizes: Rule = {
  id: 'ADV-001',
  check: (facts) =>
    roomyTexts(facts, ({ text }) => {
      const names = facts.prizes.map(({ name }) => name);
      const all = names.every((name) => text.includes(name));
      const counted = text.includes(names[0] ?? '') && /외 \d+종/.test(text);
      return !(all || counted) || !new RegExp(`${facts.winners}\\s*명`).test(text);
    }),
};

export const everybodyWins: Rule = {
  id: 'ADV-002',
  check: ({ texts, entry }) =>
    violations(texts, ({ title, text }) => {
      const promised = findWord(`${title}\n${text}`, words.everybodyWins) !== undefined;
      return promised && (entry.mechanic === 'lottery' || !text.includes('선착순'));
    }),
};

export const shownDates: Rule = {
  id: 'ADV-003',
  check: (facts) => {
    const { opensAt, drawAt, announceAt, claimUntil } = facts.schedule;
    const days = [opensAt, drawAt, announceAt, claimUntil].flatMap((at) => (at ? [dayOf(at)] : []));
    return roomyTexts(facts, ({ text }) => !days.every((day) => mentionsDay(text, day)));
  },
};

export const fairSubstitute: Rule = {
  id: 'ADV-004',
  check: ({ texts }) =>
    violations(
      texts,
      ({ text }) => /경품[^\n·]*(?:바뀔|변경될|대체될) 수/.test(text) && !/동등|동급/.test(text),
    ),
};

export const provenSuperlative: Rule = {
  id: 'ADV-006',
  check: ({ texts, store, campaignName }) =>
    texts.flatMap(({ channel, title, text }) => {
      const word = findWord(without(`${title}\n${text}`, [store.name, campaignName]), words.superlative);
      return word ? [{ path: `copies.${channel}`, values: { word } }] : [];
    }),
};

/** A price before the discount, for which somebody has to have the sales at hand. */
const priceBefore = /(?:정가|할인 ?전|원래 ?가격|기존 ?가격)[^\n]{0,12}\d[\d,]*\s*원/;

export const genuinePrice: Rule = {
  id: 'ADV-005',
  check: ({ texts }) => violations(texts, ({ title, text }) => priceBefore.test(`${title}\n${text}`)),
};

function roomyTexts({ texts }: Facts, breaks: (text: TextFacts) => boolean): Violation[] {
  return violations(
    texts.filter(({ channel }) => roomyChannels.includes(channel)),
    breaks,
  );
}

function violations(texts: readonly TextFacts[], breaks: (text: TextFacts) => boolean): Violation[] {
  return texts.filter(breaks).map(({ channel }) => ({ path: `copies.${channel}` }));
}

/** `12월 1일`, `12/1`, `12.01` and `2026-12-01` all name the day. */
function mentionsDay(text: string, day: string): boolean {
  const [, month, date] = day.split('-').map(Number);
  return new RegExp(`(?<!\\d)0?${month}\\s*[월./-]\\s*0?${date}(?!\\d)`).test(text);
}
