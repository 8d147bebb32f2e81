import { describe, expect, it } from 'vitest';
import { aFilmInput } from '../../testing/film-input.js';
import { contrast, mix } from '../colour/contrast.js';
import { palettes } from '../palette.js';
import { clipBoxes } from './clip-box.js';
import type { ClipFrames } from './clip-frames.js';
import { readableOpacity } from './clip-veil.js';
import { clipFrameCount, drawFilm } from './draw-film.js';
import { filmSizes } from './film-format.js';
import { createFilmStyle } from './film-style.js';

/** Brighter and darker by turns, then over. */
function aFlicker(
  { width, height }: { readonly width: number; readonly height: number },
  pictures: number,
): ClipFrames {
  let given = 0;
  return {
    async next() {
      given += 1;
      if (given > pictures) return undefined;
      const pixels = new Uint8Array(width * height * 4).fill(given % 2 === 0 ? 200 : 255);
      for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
      return pixels;
    },
  };
}

const white = 235;
/** Brightness that a ground may have under white letters: of #757575, 4.6 : 1, from 16 to 235. */
const mostLuma = 117;

describe.each(['tall', 'wide'] as const)('the clip of a %s film', (shape) => {
  const input = aFilmInput({ shape, clip: { mark: 'AI로 만든 영상 · 실제와 다를 수 있음' } });
  const { widthPx } = filmSizes[shape];

  it('moves as long as it is seen, and leaves the words readable however bright it is', async () => {
    const { room } = createFilmStyle(input);
    const beside = Math.round(room.x) - 20;
    let frame = 0;
    let pictures = 0;
    const lumas: number[] = [];
    for await (const { yuv, frames } of drawFilm(input).opening(aFlicker(clipBoxes[shape], clipFrameCount))) {
      pictures += 1;
      if (frame > 30 && frame < 100)
        lumas.push(yuv[Math.round(room.y + room.height / 2) * widthPx + beside] ?? 255);
      frame += frames;
      if (frame >= clipFrameCount) break;
    }

    expect(pictures).toBeGreaterThanOrEqual(clipFrameCount - 2);
    expect(Math.max(...lumas)).toBeLessThanOrEqual(mostLuma);
  });
});

it.each(['tall', 'wide'] as const)(
  'bears its mark in %s from the first frame to the last in which something of it is seen',
  async (shape) => {
    const input = aFilmInput({ shape, clip: { mark: 'AI로 만든 영상 · 실제와 다를 수 있음' } });
    const { room } = createFilmStyle(input);
    const [x, y] =
      shape === 'tall' ? [room.x + 30, room.y + 8] : [room.x + room.width - 30, room.y + room.height - 8];
    const inMark = Math.round(y) * filmSizes[shape].widthPx + Math.round(x);
    const lumas: number[] = [];
    for await (const { yuv, frames } of drawFilm(input).opening(aFlicker(clipBoxes[shape], clipFrameCount))) {
      lumas.push(...Array.from({ length: frames }, () => yuv[inMark] ?? 0));
      if (lumas.length > clipFrameCount) break;
    }

    expect(new Set(lumas.slice(0, clipFrameCount))).toEqual(new Set([white])); // its ground
    expect(lumas[clipFrameCount]).toBeLessThan(white); // what follows is not a model's
  },
);

it('stands still when it is over before its scene is', async () => {
  const input = aFilmInput({ clip: {} });
  const stays: number[] = [];
  for await (const { frames } of drawFilm(input).opening(aFlicker(clipBoxes.wide, 60))) {
    stays.push(frames);
    if (frames > 1) break;
  }

  expect(stays.length).toBeGreaterThanOrEqual(60);
  expect(stays.at(-1)).toBeGreaterThan(40);
});

it('is veiled as densely as white letters need, and no more', () => {
  for (const { ink, card } of palettes) {
    const opacity = readableOpacity(card, ink);
    const worst = (share: number) => contrast(card, mix('#ffffff', ink, share));

    expect(worst(opacity)).toBeGreaterThanOrEqual(4.5);
    expect(worst(opacity - 0.02)).toBeLessThan(4.5);
  }
});
