import { expect, it } from 'vitest';
import { createCp949 } from './cp949.js';

const cp949 = createCp949();

it('counts ASCII as one byte and the rest as two', () => {
  expect(cp949.count('A1 가나\n')).toBe(8);
});

it('carries every modern syllable, also those outside KS X 1001', () => {
  const syllables = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).join(
    '',
  );
  expect(cp949.fit(syllables)).toEqual({ text: syllables, dropped: [] });
});

it('carries the symbols Korean messages use', () => {
  expect(cp949.fit('※ ○○점 · ☎ 02-123 「경품」 ㎡ ★').dropped).toEqual([]);
});

it('leaves out and names what a phone message cannot hold, each once', () => {
  expect(cp949.fit('축하🎉드려요☕🎉\u200b')).toEqual({
    text: '축하드려요',
    dropped: ['🎉', '☕', '\u200b'],
  });
});

it('composes decomposed Hangul before judging it', () => {
  expect(cp949.fit('각'.normalize('NFD'))).toEqual({ text: '각', dropped: [] });
});
