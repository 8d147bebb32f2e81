import { type ImageFormat, renderImage } from '../render-image.js';
import { renderPosterPdf, renderPosterPng } from '../render-poster.js';
import type { ImageInput } from '../template/image-input.js';
import { createImageScene } from '../template/image-scene.js';
import type { PosterInput } from '../template/poster-input.js';
import { createPosterScene } from '../template/poster-scene.js';

/** One picture to draw, as data that can cross to a thread. */
export type Drawing =
  | { readonly kind: 'image'; readonly input: ImageInput; readonly format: ImageFormat }
  | { readonly kind: 'poster'; readonly input: PosterInput; readonly format: 'png' | 'pdf' };

export interface Drawn {
  readonly bytes: Uint8Array;
  /** Visible characters that could not be drawn. */
  readonly dropped: readonly string[];
}

/**
 * Draws it here. The same drawing gives the same bytes.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export async function draw(drawing: Drawing): Promise<Drawn> {
  if (drawing.kind === 'image') {
    const { dropped } = createImageScene(drawing.input);
    return { bytes: renderImage(drawing.input, drawing.format), dropped };
  }
  const { dropped } = createPosterScene(drawing.input);
  const { input, format } = drawing;
  return { bytes: format === 'pdf' ? await renderPosterPdf(input) : renderPosterPng(input), dropped };
}
