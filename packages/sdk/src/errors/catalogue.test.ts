import { describe, expect, it } from 'vitest';
import { errorCatalogue } from './catalogue.js';
import type { Bilingual, ErrorSpec } from './error-spec.js';

const rows = Object.entries<ErrorSpec>(errorCatalogue);
const exitCodes = { USER: [2, 7, 130], AUTH: [3], PROVIDER: [4], STORE: [5], BUG: [1] };

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const differ = ({ ko, en }: Bilingual) => placeholders(ko).join() !== placeholders(en).join();

describe('error catalogue', () => {
  it.each(rows)('%s has a family, a number and that family’s exit code', (code, { exitCode }) => {
    const [family = ''] = code.split('_');

    expect(code).toMatch(/^(USER|AUTH|PROVIDER|STORE|BUG)_\d{3}$/);
    expect(Object.entries(exitCodes).find(([name]) => name === family)?.[1]).toContain(exitCode);
  });

  it.each(rows)('%s asks for the same values in both languages', (_, { title, message, hint }) => {
    expect([title, message, hint].map(differ)).toEqual([false, false, false]);
    expect(placeholders(title.en)).toEqual([]);
  });

  it.each(rows)('%s fills its hint from what its message needs', (_, { message, hint }) => {
    expect(placeholders(message.en)).toEqual(expect.arrayContaining(placeholders(hint.en)));
  });

  it.each(rows)('%s speaks Korean and English', (_, { title, message, hint }) => {
    for (const { ko, en } of [title, message, hint]) {
      expect(ko).toMatch(/\p{Script=Hangul}/u);
      expect(en).not.toMatch(/\p{Script=Hangul}/u);
      expect(en.trim()).not.toBe('');
    }
    expect([hint.ko.at(-1), hint.en.at(-1)]).toEqual(['.', '.']);
  });

  it.each(rows.filter(([code]) => code.startsWith('PROVIDER_')))(
    '%s says what the call left behind',
    (_, spec) => {
      expect(spec.outcome).toBeDefined();
    },
  );

  it('answers with a status of the class that fits', () => {
    const odd = rows.filter(([code, { httpStatus }]) => httpStatus >= 500 !== /^(PROVIDER|BUG)/.test(code));

    expect(odd.map(([code]) => code).filter((code) => !code.startsWith('STORE_'))).toEqual([]);
  });

  it('would catch a translation that lost a value', () => {
    expect(differ({ ko: '{path}을(를) 열 수 없습니다', en: 'Cannot open it' })).toBe(true);
  });
});
