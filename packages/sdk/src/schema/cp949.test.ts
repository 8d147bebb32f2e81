import { expect, it } from 'vitest';
import { cp949Length, fitCp949 } from './cp949.js';

it('counts ASCII as one byte and the rest as two', () => {
  expect(['A1 가나\n', '뷁샵', '①★'].map(cp949Length)).toEqual([8, 4, 4]);
});

it('carries every modern syllable, also those outside KS X 1001', () => {
  const syllables = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).join(
    '',
  );
  expect(fitCp949(syllables)).toEqual({ text: syllables, dropped: [] });
});

it('carries the symbols Korean messages use', () => {
  expect(fitCp949('※ ○○점 · ☎ 02-123 「경품」 ㎡ ★').dropped).toEqual([]);
});

it('leaves out and names what a phone message cannot hold, each once', () => {
  expect(fitCp949('축하🎉드려요☕🎉\u200b')).toEqual({
    text: '축하드려요',
    dropped: ['🎉', '☕', '\u200b'],
  });
});

it('composes decomposed Hangul before judging it', () => {
  expect(fitCp949('각'.normalize('NFD'))).toEqual({ text: '각', dropped: [] });
});
