import type { Format } from '../design/frame.js';

/** A picture of each layout in each use: what a template has to fit. Print in millimetres. */
export const checkFormats: readonly Format[] = [
  { use: 'feed', width: 1_080, height: 1_080 },
  { use: 'feed', width: 1_080, height: 1_350 },
  { use: 'reel', width: 1_080, height: 1_920 },
  { use: 'preview', width: 800, height: 400 },
  { use: 'screen', width: 1_920, height: 1_080 },
  { use: 'screen', width: 1_080, height: 1_920 },
  { use: 'print', width: 210, height: 297 },
  { use: 'print', width: 297, height: 420 },
  { use: 'print', width: 105, height: 148 },
];
