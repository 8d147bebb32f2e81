import { addDays, dayOf, toSeoul } from '../schema/seoul-time.js';
import { isTaxable } from './prize-tax.js';
import { broken, type Rule } from './rule.js';

/** Longest keeping after the last day to claim, in days. Our reading of "지체 없이": time for disputes, no more. */
const longestKeepDays = 60;

export const deletionDay: Rule = {
  id: 'PRIV-008',
  check({ schedule: { claimUntil, deleteAt } }) {
    const latest = addDays(dayOf(claimUntil), longestKeepDays);
    return broken(Date.parse(deleteAt) < Date.parse(claimUntil) || dayOf(deleteAt) > latest, {
      path: 'schedule.deleteAt',
    });
  },
};

export const deletedInTime: Rule = {
  id: 'PRIV-009',
  check({ schedule, remainder }, { asOf }) {
    const left = remainder?.readableEntries ?? 0;
    return broken(left > 0 && asOf > dayOf(schedule.deleteAt), { path: 'entries', values: { n: left } });
  },
};

export const separateTaxRecords: Rule = {
  id: 'PRIV-010',
  check: ({ prizes }, { law }) =>
    broken(
      prizes.some((prize) => isTaxable(prize, law)),
      { path: 'prizes' },
    ),
};

/** Source: 정보통신망법 §50⑦, 시행령 §62의2, read 2026-11-20. */
const acknowledgementDays = 14;

export const acknowledgedConsent: Rule = {
  id: 'MSG-007',
  check({ consents }, { asOf }) {
    if (!consents || consents.unacknowledged === 0) return undefined;
    return broken(asOf > addDays(consents.firstOn, acknowledgementDays), { path: 'entries' });
  },
};

/** A name of more than one letter in clear, or more digits of a phone than the last four. */
const unmasked = /(?:^|\s)[가-힣]{2,4}(?:님|\s|$)|\d{3,4}[-\s]?\d{4}/;

export const maskedWinners: Rule = {
  id: 'PRIV-018',
  check: ({ publishedWinners = [] }) =>
    broken(
      publishedWinners.some(({ text }) => unmasked.test(text)),
      { path: 'publishedWinners' },
    ),
};

/** Source: 개인정보보호법 §34, 시행령 §39·§40 as of 2026-09-11. */
const noticeHours = 72;
const reportFromPeople = 1_000;

export const breachClock: Rule = {
  id: 'PRIV-021',
  check({ breach }) {
    if (!breach) return undefined;
    const deadline = toSeoul(new Date(Date.parse(breach.detectedAt) + noticeHours * 3_600_000));
    const needed = breach.people >= reportFromPeople || breach.sensitive || breach.intrusion;
    const report = needed ? { ko: '신고 대상', en: 'yes' } : { ko: '신고 대상 아님', en: 'no' };
    return { path: 'breach', values: { deadline, report } };
  },
};
