import type { Bilingual } from '../errors/index.js';
import type { ConsentNotice, RecipientNotice } from './facts.js';
import { broken, type Rule } from './rule.js';
import { words } from './words.js';

const notices: Readonly<Record<ConsentNotice, Bilingual>> = {
  purpose: { ko: '목적', en: 'purpose' },
  items: { ko: '항목', en: 'items' },
  retention: { ko: '보유기간', en: 'retention' },
  refusal: { ko: '거부권(불이익)', en: 'right to refuse' },
};

export const consentNotices: Rule = {
  id: 'PRIV-001',
  check({ form }) {
    const missing = Object.entries(notices)
      .filter(([notice]) => form && !form.notices.some((given) => given === notice))
      .map(([, name]) => name);
    const list = { ko: missing.map(({ ko }) => ko).join(', '), en: missing.map(({ en }) => en).join(', ') };
    return broken(missing.length > 0, { path: 'form.notices', values: { missing: list } });
  },
};

export const separateMarketingConsent: Rule = {
  id: 'PRIV-002',
  check: ({ form }) => broken(form?.marketing.separate === false, { path: 'form.marketing' }),
};

export const freeMarketingConsent: Rule = {
  id: 'PRIV-003',
  check: ({ form }) => broken(form?.marketing.required === true, { path: 'form.marketing' }),
};

export const untickedConsent: Rule = {
  id: 'PRIV-004',
  check: ({ form }) => broken(form?.tickedInAdvance === true, { path: 'form' }),
};

export const uniqueIdentifiers: Rule = {
  id: 'PRIV-005',
  check: ({ form }) => broken(asksAny(form?.fields, words.uniqueIdentifiers), { path: 'form.fields' }),
};

export const fewFields: Rule = {
  id: 'PRIV-006',
  check({ form }) {
    const needed: readonly string[] = words.drawFields;
    const fields = form?.fields.filter((field) => !needed.includes(field)) ?? [];
    return broken(fields.length > 0, { path: 'form.fields', values: { fields: fields.join(', ') } });
  },
};

/** Source: 개인정보보호법 §22의2. */
const ageOfConsent = 14;

export const guardianConsent: Rule = {
  id: 'PRIV-007',
  check: ({ form }) =>
    broken(form !== undefined && form.minimumAge < ageOfConsent && !form.guardianFlow, {
      path: 'form.minimumAge',
    }),
};

export const emphasisedNotice: Rule = {
  id: 'PRIV-016',
  check: ({ form }) => broken(form?.emphasised === false, { path: 'form' }),
};

export const healthData: Rule = {
  id: 'PRIV-017',
  check: ({ form }) => broken(asksAny(form?.fields, words.healthFields), { path: 'form.fields' }),
};

export const friendsPhone: Rule = {
  id: 'PRIV-019',
  check: ({ form }) => broken(form?.asksFriendsPhone === true, { path: 'form.fields' }),
};

const recipientNotices: readonly RecipientNotice[] = [
  'recipient',
  'purpose',
  'items',
  'retention',
  'refusal',
];

export const thirdParties: Rule = {
  id: 'PRIV-014',
  check: ({ form }) =>
    (form?.recipients ?? []).flatMap(({ notices, separateConsent }, index) => {
      const told = recipientNotices.every((notice) => notices.includes(notice));
      return told && separateConsent ? [] : [{ path: `form.recipients.${index}` }];
    }),
};

export const easyWithdrawal: Rule = {
  id: 'PRIV-020',
  check: ({ form }) =>
    broken(form !== undefined && form.withdrawal !== 'as_easy', { path: 'form.withdrawal' }),
};

export const satellitePosition: Rule = {
  id: 'LOC-001',
  check: ({ form }) =>
    broken(form?.visitProof === 'gps' && !form.locationReported, { path: 'form.visitProof' }),
};

function asksAny(fields: readonly string[] = [], list: readonly string[]): boolean {
  return fields.some((field) => list.includes(field));
}
