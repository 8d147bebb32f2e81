import { expect, it } from 'vitest';
import { clip, join } from './fit.js';

it('drops what may go, last first, before it cuts anything', () => {
  const parts = [{ text: 'first' }, { text: 'second', optional: true }, { text: 'third', optional: true }];

  expect(join(parts, ' ', 18)).toBe('first second third');
  expect(join(parts, ' ', 17)).toBe('first second');
  expect(join(parts, ' ', 5)).toBe('first');
  expect(join(parts, ' ', 4)).toBe('fir…');
});

it('never splits a character', () => {
  expect(clip('🎁🎁🎁', 4)).toBe('🎁…');
});
