import { type RenderedImage, Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import { type PixelSize, paintSvg } from './paint-svg.js';
import type { Scene } from './scene.js';

/** The scene as PNG. */
export function rasterisePng(scene: Scene, size: PixelSize): Uint8Array {
  return new Uint8Array(rasterise(scene, size).asPng());
}

/** Text on flat colour shows its blocks below 85; a photograph may go lower before it is refused for its size. */
const qualities = [92, 86, 80, 72, 64, 55, 45];

/** The scene as baseline JPEG, for channels that take nothing else: the best that is no larger than that. */
export function rasteriseJpeg(scene: Scene, size: PixelSize, mostBytes: number): Uint8Array {
  const { pixels, width, height } = rasterise(scene, size);
  let bytes = encodeJpeg({ pixels, width, height }, qualities[0]);
  for (const quality of qualities.slice(1)) {
    if (bytes.length <= mostBytes) break;
    bytes = encodeJpeg({ pixels, width, height }, quality);
  }
  return bytes;
}

/** The scene's pixels, four bytes each: red, green, blue and alpha, the colours multiplied by it. */
export function rasterisePixels(scene: Scene, size: PixelSize): Uint8Array {
  return rasterise(scene, size).pixels;
}

/**
 * The machine's own fonts are neither read nor needed. resvg-js copies the pixels it has drawn to crop them, by default
 * to all of them; of edges that enclose nothing it makes no crop, and on a page that copy took longer than the drawing.
 */
const options: ResvgRenderOptions = {
  font: { loadSystemFonts: false },
  logLevel: 'off',
  crop: { left: 1, top: 0, right: 0, bottom: 0 },
};

function rasterise(scene: Scene, size: PixelSize): RenderedImage {
  return new Resvg(paintSvg(scene, size), options).render();
}
