import type { Facts } from './facts.js';
import { broken, type Rule } from './rule.js';
import { findWord, postingMethods, without, words } from './words.js';

export const luredPatients: Rule = {
  id: 'MED-001',
  check: (facts) =>
    broken(isClinic(facts) && facts.prizes.some(({ valueKrw }) => valueKrw > 0), { path: 'prizes' }),
};

export const paidTreatmentReview: Rule = {
  id: 'MED-002',
  check: (facts) => broken(isClinic(facts) && postingMethods.includes(facts.methodId), { path: 'method' }),
};

export const medicalWording: Rule = {
  id: 'MED-003',
  check(facts) {
    if (!isClinic(facts)) return undefined;
    return facts.texts.flatMap(({ channel, title, text }) => {
      const word = findWord(without(`${title}\n${text}`, [facts.store.name]), words.medical);
      return word ? [{ path: `copies.${channel}`, values: { word } }] : [];
    });
  },
};

function isClinic({ store }: Facts): boolean {
  return store.industry === 'clinic';
}
