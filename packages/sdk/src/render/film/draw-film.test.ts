import { describe, expect, it } from 'vitest';
import { aFilmInput } from '../../testing/film-input.js';
import { drawFilm, endingFrames, openingFrames } from './draw-film.js';
import { filmSizes } from './film-format.js';
import { createFilmStyle } from './film-style.js';

const url = 'https://ondo.example/e/abcd1234?from=genie_tv';

describe.each(['wide', 'tall'] as const)('a %s film', (shape) => {
  const input = aFilmInput({ shape });
  const { widthPx, heightPx } = filmSizes[shape];

  /** The brightness of what stands in the place of the honest line. */
  const labelIn = (yuv: Uint8Array): string => {
    const { block, x, y } = createFilmStyle(input).label;
    const [left, right] = [Math.round(x) + 30, Math.round(x + block.width) - 30]; // its corners are round
    const rows = Array.from({ length: Math.floor(block.height) - 4 }, (_, row) => {
      const start = (Math.round(y) + 2 + row) * widthPx;
      return Buffer.from(yuv.subarray(start + left, start + right)).toString('base64');
    });
    return rows.join('');
  };

  it('is as long as it must be, says in every frame that it is none, and stands still for most of the time', async () => {
    const seen = { frames: 0, pictures: 0, labels: new Set<string>(), firstSecond: 0 };
    const film = drawFilm(input);
    for (const pictures of [film.opening(), film.ending(url)]) {
      for await (const { yuv, frames } of pictures) {
        if (seen.frames < 30) seen.firstSecond += 1;
        seen.frames += frames;
        seen.pictures += 1;
        seen.labels.add(labelIn(yuv));
      }
    }

    expect(seen.frames).toBe(450);
    expect(openingFrames + endingFrames).toBe(450);
    expect([...seen.labels].map((label) => label.length > 0)).toEqual([true]);
    expect(seen.firstSecond).toBeLessThan(30); // all of the offer has arrived before
    expect(seen.pictures).toBeLessThan(200);
  });

  it('keeps every word inside the part that nothing covers', () => {
    const { room, label, frame } = createFilmStyle(input);
    const { safe } = frame;

    expect(label.y + label.block.height).toBeLessThanOrEqual(safe.y + safe.height + 0.01);
    expect(room.y + room.height).toBeLessThan(label.y);
    expect(safe.y + safe.height).toBeLessThanOrEqual(heightPx * (shape === 'tall' ? 0.65 : 0.95) + 0.01);
  });

  it('is refused when its words fit at no size', () => {
    const endless = aFilmInput({ shape, offer: '아주 긴 경품 이름 '.repeat(120) });

    expect(() => drawFilm(endless)).toThrow(expect.objectContaining({ code: 'USER_022' }));
  });
});
