import { describe, expect, it } from 'vitest';
import { emojiShapes } from './emoji-shapes.js';

/** Every coordinate of a path made of absolute commands. */
function numbersOf(d: string): number[] {
  return d.match(/-?[\d.]+/g)?.map(Number) ?? [];
}

describe('emojiShapes', () => {
  it.each(['hot-beverage', 'wrapped-gift', 'coin', 'red-heart'])(
    'draws %s in solid colours on its grid',
    (name) => {
      const shapes = emojiShapes(name);

      expect(shapes.length).toBeGreaterThan(1);
      expect(shapes.filter(({ fill }) => !/^#[0-9a-f]{6}$/.test(fill))).toEqual([]);
      const numbers = shapes.flatMap(({ d }) => numbersOf(d));
      expect([Math.min(...numbers) >= -1, Math.max(...numbers) <= 33]).toEqual([true, true]);
    },
  );

  it('keeps what a group says of its members', () => {
    expect(emojiShapes('coin').some(({ opacity }) => opacity < 1)).toBe(true);
  });

  it('turns a gradient into its first colour', () => {
    const fills = emojiShapes('violin').map(({ fill }) => fill);
    expect(fills.filter((fill) => !fill.startsWith('#'))).toEqual([]);
  });

  it('draws nothing for an unknown name', () => {
    expect(emojiShapes('no-such-icon')).toEqual([]);
  });
});
