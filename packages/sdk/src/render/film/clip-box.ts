import type { Box } from '../scene/scene.js';
import type { FilmShape } from './film-input.js';

/** Where a clip is seen: behind everything on a phone, beside the words on a screen. Whole pixels. */
export const clipBoxes: Readonly<Record<FilmShape, Box>> = {
  tall: { x: 0, y: 0, width: 1080, height: 1920 },
  wide: { x: 960, y: 0, width: 960, height: 1080 },
};
