import { rasteriseJpeg, rasterisePng } from './scene/rasterise.js';
import type { ImageInput } from './template/image-input.js';
import { createImageScene } from './template/image-scene.js';

/** Instagram takes JPEG only; everyone else takes PNG, which is sharper. */
export type ImageFormat = 'png' | 'jpeg';

/**
 * Draws a social picture of `widthPx` × `heightPx`. The same input gives the same bytes on the same machine type.
 * Characters that cannot be drawn are left out: {@link createImageScene} names them.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function renderImage(input: ImageInput, format: ImageFormat = 'png'): Uint8Array {
  const scene = createImageScene(input);
  return format === 'jpeg' ? rasteriseJpeg(scene, input) : rasterisePng(scene, input);
}
