import { renderAsync } from '@resvg/resvg-js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import type { Picture } from '../scene/scene.js';
import { readPicture } from './read-picture.js';

/** Sharp on every screen and, in the upper half of an A4 page, at 130 dots per inch. */
const mostPx = 1_280;
const quality = 90;
/** Of 255: less between the lightest and the darkest spot is a surface, not a picture; a pale picture has some thirty. */
const leastRange = 8;

/**
 * A picture from outside, drawn anew and coded by ourselves: nothing is left of its file but what can be seen.
 *
 * @returns Undefined when it cannot be decoded, or shows nothing: models answer black when they may not paint.
 */
export async function normalisePicture(bytes: Uint8Array): Promise<Picture | undefined> {
  const picture = readPicture(bytes);
  if (!picture) return undefined;
  const { widthPx, heightPx, mediaType } = picture;
  const scale = Math.min(1, mostPx / Math.max(widthPx, heightPx));
  const [width, height] = [widthPx, heightPx].map((px) => Math.max(1, Math.round(px * scale))) as [
    number,
    number,
  ];
  const href = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ffffff"/><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false }, logLevel: 'off' });
  if (showsNothing(pixels)) return undefined; // what cannot be decoded leaves the white ground
  const jpeg = encodeJpeg({ pixels, width, height }, quality);
  return { bytes: jpeg, mediaType: 'image/jpeg', widthPx: width, heightPx: height };
}

/** Every hundredth spot or so is enough. */
function showsNothing(pixels: Uint8Array): boolean {
  let [darkest, lightest] = [255, 0];
  for (let at = 0; at + 2 < pixels.length; at += 4 * 97) {
    const light = Math.round(((pixels[at] ?? 0) + 2 * (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 4);
    darkest = Math.min(darkest, light);
    lightest = Math.max(lightest, light);
  }
  return lightest - darkest < leastRange;
}
