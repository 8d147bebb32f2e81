import type { PixelSize } from '../scene/paint-svg.js';
import type { FilmShape } from './film-input.js';

/** Thirty whole frames a second make exactly fifteen seconds; the 29.97 of broadcasting do not. */
export const framesPerSecond = 30;

/** [A] As long as a spot of KT's local screens, and the longest that people watch on a phone. Taken 2026-11. */
export const filmSeconds = 15;

/** Sources of the sizes: KT's are assumed, as those of its pictures; Meta's content publishing guide, read 2026-11-20. */
export const filmSizes: Readonly<Record<FilmShape, PixelSize>> = {
  wide: { widthPx: 1920, heightPx: 1080 },
  tall: { widthPx: 1080, heightPx: 1920 },
};
