import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import type { Drawing } from './drawing.js';
import { createPainter, looksSame } from './painter.js';
import type { Sprite } from './sprite.js';

const size = { widthPx: 24, heightPx: 16 };
const whole = { left: 0, top: 0, right: 24, bottom: 16 };

function aSprite(width: number, height: number, opaque: boolean, seed: number): Sprite {
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index * seed) % 256);
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = opaque ? 255 : (pixels[at + 3] ?? 0);
    pixels[at + 3] = alpha;
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = Math.min(pixels[channel] ?? 0, alpha);
    }
  }
  return { pixels, width, height, opaque };
}

const ground = aSprite(24, 16, true, 7);
const sprites = [aSprite(9, 5, false, 31), aSprite(4, 11, false, 53), aSprite(13, 3, true, 17)];

const aMoment = fc
  .array(
    fc.record({
      x: fc.integer({ min: -12, max: 26 }),
      y: fc.integer({ min: -10, max: 18 }),
      alpha: fc.integer({ min: 0, max: 255 }),
      top: fc.integer({ min: 0, max: 8 }),
      right: fc.integer({ min: 6, max: 24 }),
      shown: fc.boolean(),
    }),
    { minLength: 3, maxLength: 3 },
  )
  .map((places): Drawing[] => [
    { sprite: ground, x: 0, y: 0, alpha: 255, clip: whole },
    ...places.flatMap(({ x, y, alpha, top, right, shown }, index) => {
      const sprite = sprites[index] ?? ground;
      return shown ? [{ sprite, x, y, alpha, clip: { ...whole, top, right } }] : [];
    }),
  ]);
const moments = fc.array(aMoment, { minLength: 2, maxLength: 6 });

/** All pictures of one painter, and each painted alone. */
function paintBothWays(all: readonly (readonly Drawing[])[]) {
  const painter = createPainter(size);
  const following = all.map((drawings) => Buffer.from(painter.paint(drawings)).toString('hex'));
  return [following, all.map((drawings) => Buffer.from(createPainter(size).paint(drawings)).toString('hex'))];
}

test.prop([moments])('paints over what was there as if nothing had been', (all) => {
  const [following, alone] = paintBothWays(all);

  expect(following).toEqual(alone);
});

test.prop([aMoment, aMoment])('tells moments apart that look different', (one, other) => {
  const [first, second] = paintBothWays([one, other])[1] ?? [];

  expect(looksSame(one, one)).toBe(true);
  expect(looksSame(one, other) && first !== second).toBe(false);
});

it('would be caught leaving a sprite where it was', () => {
  const sprite = sprites[0] ?? ground;
  const at = (x: number): Drawing[] => [
    { sprite: ground, x: 0, y: 0, alpha: 255, clip: whole },
    { sprite, x, y: 4, alpha: 255, clip: whole },
  ];
  const forgetful = createPainter(size);
  forgetful.paint(at(0));
  // to a painter a copy is another sprite: the first one is still there for it
  const left = forgetful.paint([...at(0), { sprite: { ...sprite }, x: 12, y: 4, alpha: 255, clip: whole }]);

  expect(left).not.toEqual(createPainter(size).paint(at(12)));
});

it('gives white, black and the colours of BT.709 their places', () => {
  const plain = (red: number, green: number, blue: number) => {
    const pixels = Uint8Array.from(
      { length: 24 * 16 * 4 },
      (_, index) => [red, green, blue, 255][index % 4] ?? 0,
    );
    const sprite = { pixels, width: 24, height: 16, opaque: true };
    const yuv = createPainter(size).paint([{ sprite, x: 0, y: 0, alpha: 255, clip: whole }]);
    return [yuv[0], yuv[24 * 16], yuv[24 * 16 + 96]];
  };

  expect(plain(255, 255, 255)).toEqual([235, 128, 128]);
  expect(plain(0, 0, 0)).toEqual([16, 128, 128]);
  expect(plain(255, 0, 0)).toEqual([63, 102, 240]);
  expect(plain(0, 0, 255)).toEqual([32, 240, 118]);
});
