import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { renderImage } from './render-image.js';
import type { ImageInput } from './template/image-input.js';

const input: ImageInput = {
  widthPx: 1080,
  heightPx: 1080,
  storeName: '카페 온도',
  title: '첫 방문 QR 이벤트',
  subtitle: '처음 오셨나요? ☕',
  prizeLine: '아메리카노 10명',
  periodLine: '12월 1일(화) ~ 12월 14일(월)',
  url: 'https://on.example/e/ondo12',
};

/** Decodes a finished PNG file, not the scene behind it. */
function readPng(png: Uint8Array, width: number, height: number) {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const size = `width="${width}" height="${height}"`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image href="${href}" ${size}/></svg>`,
  ).render();
}

function readQr(pixels: Uint8Array, width: number, height: number): string | undefined {
  // The package is CommonJS: its function is the `default` of what Node imports.
  return jsqr.default(new Uint8ClampedArray(pixels), width, height)?.data;
}

describe('renderImage', () => {
  it.each([
    [1080, 1080],
    [1080, 1920],
    [1920, 1080],
  ])('draws %i × %i with a code that reads as its address', (widthPx, heightPx) => {
    const image = readPng(renderImage({ ...input, widthPx, heightPx }), widthPx, heightPx);

    expect([image.width, image.height]).toEqual([widthPx, heightPx]);
    expect(readQr(image.pixels, image.width, image.height)).toBe(input.url);
  });

  it('finds no code in a picture without one', () => {
    const { url, ...plain } = input;
    const image = readPng(renderImage(plain), 1080, 1080);
    expect(readQr(image.pixels, 1080, 1080)).toBeUndefined();
  });

  it.each(['png', 'jpeg'] as const)('gives the same %s bytes twice', (format) => {
    expect(Buffer.compare(renderImage(input, format), renderImage(input, format))).toBe(0);
  });

  it('gives a JPEG where a channel takes nothing else', () => {
    expect([...renderImage(input, 'jpeg').slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('draws other bytes for another title', () => {
    const other = renderImage({ ...input, title: '두 번째 이벤트' });
    expect(Buffer.compare(renderImage(input), other)).not.toBe(0);
  });
});
