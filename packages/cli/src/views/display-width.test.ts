import { fc, it as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { displayWidth, padEnd, wrap } from './display-width.js';

it.each([
  ['abc', 3],
  ['카페', 4],
  ['각', 2],
  ['☕️', 2],
  ['👨‍👩‍👧', 2],
  ['é', 1],
  ['✔ 됨', 4],
  ['', 0],
])('counts the columns of %s', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

it('lines up Korean and Latin', () => {
  expect(displayWidth(padEnd('카페', 10))).toBe(displayWidth(padEnd('cafe', 10)));
});

property.prop([fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 })])(
  'wraps any text into its columns and loses none of it',
  (text, columns) => {
    const lines = wrap(text, columns);

    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(lines.join('').replace(/[\s]/g, '')).toBe(text.replace(/[\s]/g, ''));
  },
);
