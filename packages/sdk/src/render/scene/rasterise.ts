import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontPaths } from '../fonts.js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import { paintSvg } from './paint-svg.js';
import type { Scene } from './scene.js';

/** The scene as PNG, `widthPx` wide. Only our own fonts are used, whatever the machine has installed. */
export function rasterisePng(scene: Scene, widthPx: number): Uint8Array {
  return new Uint8Array(rasterise(scene, widthPx).asPng());
}

/** The scene as baseline JPEG, for channels that take nothing else. */
export function rasteriseJpeg(scene: Scene, widthPx: number): Uint8Array {
  const { pixels, width, height } = rasterise(scene, widthPx);
  return encodeJpeg({ pixels, width, height });
}

function rasterise(scene: Scene, widthPx: number) {
  const font = {
    loadSystemFonts: false,
    fontFiles: [fontPaths.regular, fontPaths.bold],
    defaultFontFamily: fontFamily,
  };
  return new Resvg(paintSvg(scene, widthPx), { font, logLevel: 'off' }).render();
}
