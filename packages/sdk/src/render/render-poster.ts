import { paintPdf } from './scene/paint-pdf.js';
import { rasterisePng } from './scene/rasterise.js';
import type { PosterInput } from './template/poster-input.js';
import { createPosterScene } from './template/poster-scene.js';

/** A4 at 300 and at 150 dots per inch. */
const sizes = {
  print: { widthPx: 2480, heightPx: 3508 },
  screen: { widthPx: 1240, heightPx: 1754 },
} as const;

/**
 * Draws an A4 QR poster as PNG: 2480 × 3508 px for `print`, 1240 × 1754 px for `screen`, trimmed size.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function renderPosterPng(input: PosterInput, resolution: keyof typeof sizes = 'print'): Uint8Array {
  return rasterisePng(createPosterScene(input), sizes[resolution]);
}

/**
 * Draws the same poster as a PDF for the print shop: 216 × 303 mm with 3 mm bleed on every side, fonts embedded,
 * text selectable. Colours are RGB.
 *
 * @param createdAt - Goes into the file's properties. @defaultValue 1970-01-01, so that equal posters are equal files
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export async function renderPosterPdf(
  input: PosterInput,
  createdAt: Date = new Date(0),
): Promise<Uint8Array> {
  return await paintPdf(createPosterScene(input), createdAt);
}
