import type { Facts } from './facts.js';
import { broken, type Rule } from './rule.js';
import { findWord, words } from './words.js';

/** Trades with a prize law of their own are told by the name of the shop or of a prize: none is an industry of ours. */
export const sectorCap: Rule = {
  id: 'SEC-001',
  check: (facts) => broken(namesAny(facts, words.cappedSectors), { path: 'prizes' }),
};

export const gameResultPrize: Rule = {
  id: 'GMB-004',
  check: ({ store, texts }) => {
    const venue = findWord(store.name, words.gameVenues) !== undefined;
    return venue
      ? texts
          .filter(({ title, text }) => findWord(`${title}\n${text}`, words.gameResults))
          .map(({ channel }) => ({ path: `copies.${channel}` }))
      : undefined;
  },
};

export const outdoorPermit: Rule = {
  id: 'OUT-001',
  check: ({ outdoor = [] }) =>
    outdoor.flatMap(({ permitted }, index) => (permitted ? [] : [{ path: `outdoor.${index}` }])),
};

function namesAny({ store, prizes }: Facts, list: readonly string[]): boolean {
  return [store.name, ...prizes.map(({ name }) => name)].some((name) => findWord(name, list) !== undefined);
}
