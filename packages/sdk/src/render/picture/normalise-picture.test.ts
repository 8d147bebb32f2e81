import { expect, it } from 'vitest';
import { squareJpeg } from '../../testing/square-jpeg.js';
import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import { normalisePicture } from './normalise-picture.js';
import { readPicture } from './read-picture.js';

/** Bands of two greys. */
function bands(side: number, dark: number, light: number): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const row = Math.floor(at / 4 / side);
    pixels.fill((row >> 3) % 2 === 0 ? dark : light, at, at + 3);
  }
  return encodeJpeg({ pixels, width: side, height: side });
}

it('codes a picture anew, as JPEG, no larger than is of use, and leaves everything else of its file behind', async () => {
  const large = bands(1_600, 20, 220);
  const told = Buffer.concat([
    large.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 9]),
    Buffer.from('secrets'),
    large.subarray(2),
  ]);
  const picture = await normalisePicture(told);

  expect(picture).toMatchObject({ mediaType: 'image/jpeg', widthPx: 1_280, heightPx: 1_280 });
  expect(readPicture(picture?.bytes ?? new Uint8Array())).toMatchObject({ widthPx: 1_280 });
  expect(Buffer.from(picture?.bytes ?? []).includes('secrets')).toBe(false);
});

it('keeps a pale picture: it was paid for', async () => {
  expect(await normalisePicture(bands(64, 226, 250))).toBeDefined();
});

it.each<[string, Uint8Array]>([
  ['black', bands(64, 0, 0)],
  ['one grey', bands(64, 128, 128)],
  ['words', new TextEncoder().encode('<svg onload="alert(1)"/>')],
  ['a frame without a picture', squareJpeg.subarray(0, 200)],
])('takes %s for no picture', async (_, bytes) => {
  expect(await normalisePicture(bytes)).toBeUndefined();
});
