import type { Facts } from './facts.js';
import type { Rule, Violation } from './rule.js';
import { findWord, without, words } from './words.js';

export const alcoholPrize: Rule = {
  id: 'ALC-001',
  check(facts) {
    const names = [...words.alcoholExceptions, facts.store.name];
    const clean = (text: string) => without(text, names);
    const spoken = facts.texts.some(({ title, text }) => findWord(clean(`${title}\n${text}`), words.alcohol));
    const prizes = prizesNaming(facts, (name) => findWord(clean(name), words.alcohol) !== undefined);
    return spoken && prizes.length === 0 ? { path: 'texts' } : prizes;
  },
};

export const tobaccoPrize: Rule = {
  id: 'TOB-001',
  check: (facts) => prizesNaming(facts, (name) => findWord(name, words.tobacco) !== undefined),
};

export const harmfulPrize: Rule = {
  id: 'YTH-001',
  check(facts) {
    const harmful = [...words.alcohol, ...words.tobacco, ...words.harmfulToMinors];
    return prizesNaming(facts, (name) => {
      return findWord(without(name, words.alcoholExceptions), harmful) !== undefined;
    });
  },
};

function prizesNaming({ prizes }: Facts, breaks: (name: string) => boolean): Violation[] {
  return prizes.flatMap(({ name }, index) => (breaks(name) ? [{ path: `prizes.${index}` }] : []));
}
