import { createRequire } from 'node:module';
import { composeScene } from '../../packages/sdk/dist/render/design/compose-scene.js';
import { encodeJpeg } from '../../packages/sdk/dist/render/jpeg/encode-jpeg.js';
import { paintPdf } from '../../packages/sdk/dist/render/scene/paint-pdf.js';
import { paintSvg } from '../../packages/sdk/dist/render/scene/paint-svg.js';

const { Resvg } = createRequire(new URL('../../packages/sdk/package.json', import.meta.url))(
  '@resvg/resvg-js',
);

/** Draws a picture, and returns what its encoder alone has to do then. */
export function readPixels({ design, output }) {
  const scene = composeScene(design);
  if (output.format === 'pdf') return () => paintPdf(scene, new Date(0));
  const image = new Resvg(paintSvg(scene, output), { font: { loadSystemFonts: false } }).render();
  if (output.format === 'png') return () => image.asPng();
  const { pixels, width, height } = image;
  return () => encodeJpeg({ pixels, width, height }, 92);
}
