import { describe, expect, it } from 'vitest';
import { type Palette, paletteFor, palettes } from './palette.js';

/** Every pair in which a template sets text. */
const textPairs = [
  ['onDeep', 'deep'],
  ['onDeep', 'deepSoft'],
  ['onDeepSoft', 'deep'],
  ['onDeepSoft', 'deepSoft'],
  ['onAccent', 'accent'],
  ['deep', 'paper'],
  ['deep', 'card'],
  ['ink', 'paper'],
  ['ink', 'card'],
  ['muted', 'paper'],
  ['muted', 'card'],
] as const;

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function weakPairs(palette: Palette): string[] {
  return textPairs
    .filter(([text, ground]) => contrast(palette[text], palette[ground]) < 4.5)
    .map(([text, ground]) => `${text} on ${ground}`);
}

describe('palettes', () => {
  it.each(palettes)('$name sets every text at 4.5:1 or better', (palette) => {
    expect(weakPairs(palette)).toEqual([]);
  });

  it('are caught when a pair is too weak', () => {
    expect(weakPairs({ ...palettes[0], muted: '#9aa59e' })).toEqual(['muted on paper', 'muted on card']);
  });

  it('stay the same for the same seed', () => {
    expect(paletteFor('카페 온도')).toBe(paletteFor('카페 온도'));
  });

  it('are all in use', () => {
    const chosen = Array.from({ length: 100 }, (_, index) => paletteFor(`매장 ${index}`).name);
    expect(new Set(chosen)).toEqual(new Set(palettes.map(({ name }) => name)));
  });
});
