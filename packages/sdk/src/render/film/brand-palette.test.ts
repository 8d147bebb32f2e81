import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { contrast } from '../colour/contrast.js';
import type { Palette } from '../palette.js';
import { paletteOfBrand } from './brand-palette.js';

const aColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** Pairs in which films set text. */
const pairs = [
  ['onDeep', 'deep'],
  ['onDeep', 'deepSoft'],
  ['onDeepSoft', 'deep'],
  ['onAccent', 'accent'],
  ['deep', 'paper'],
  ['ink', 'paper'],
  ['card', 'ink'],
] as const;
const weakest = (palette: Palette) =>
  Math.min(...pairs.map(([text, ground]) => contrast(palette[text], palette[ground])));

describe('paletteOfBrand', () => {
  test.prop([aColour, fc.option(aColour, { nil: undefined })])(
    'can be read, whatever the colours of the brand',
    (colour, accent) => {
      expect(weakest(paletteOfBrand({ colour, accent }))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('keeps a dark brand as its ground, and lets a light one call', () => {
    expect(paletteOfBrand({ colour: '#0b6e4f' }).deep).toBe('#0b6e4f');
    expect(paletteOfBrand({ colour: '#ffe100' }).accent).toBe('#ffe100');
  });

  it('would be caught using a light brand as it is', () => {
    const palette = { ...paletteOfBrand({ colour: '#ffe100' }), deep: '#ffe100' };

    expect(weakest(palette)).toBeLessThan(4.5);
  });
});
