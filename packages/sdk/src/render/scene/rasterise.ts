import { type RenderedImage, Resvg } from '@resvg/resvg-js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import { type PixelSize, paintSvg } from './paint-svg.js';
import type { Scene } from './scene.js';

/** The scene as PNG. */
export function rasterisePng(scene: Scene, size: PixelSize): Uint8Array {
  return new Uint8Array(rasterise(scene, size).asPng());
}

/** The scene as baseline JPEG, for channels that take nothing else. */
export function rasteriseJpeg(scene: Scene, size: PixelSize): Uint8Array {
  const { pixels, width, height } = rasterise(scene, size);
  return encodeJpeg({ pixels, width, height });
}

/** The scene's pixels, four bytes each: red, green, blue and alpha, the colours multiplied by it. */
export function rasterisePixels(scene: Scene, size: PixelSize): Uint8Array {
  return rasterise(scene, size).pixels;
}

/** The machine's own fonts are neither read nor needed. */
function rasterise(scene: Scene, size: PixelSize): RenderedImage {
  return new Resvg(paintSvg(scene, size), { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
}
