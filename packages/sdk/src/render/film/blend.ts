import type { Drawing } from './drawing.js';
import type { Rect } from './rect.js';

/** Lays a sprite over the picture inside `area`, which is inside of both. */
export function blend(rgba: Uint8Array, width: number, { sprite, x, y, alpha }: Drawing, area: Rect): void {
  const bytes = (area.right - area.left) * 4;
  for (let row = area.top; row < area.bottom; row += 1) {
    const from = ((row - y) * sprite.width + area.left - x) * 4;
    const to = (row * width + area.left) * 4;
    if (sprite.opaque && alpha === 255) rgba.set(sprite.pixels.subarray(from, from + bytes), to);
    else blendRow(rgba, to, sprite.pixels, from, bytes, alpha);
  }
}

function blendRow(
  target: Uint8Array,
  to: number,
  source: Uint8Array,
  from: number,
  bytes: number,
  alpha: number,
): void {
  for (let index = 0; index < bytes; index += 4) {
    const at = to + index;
    const pixel = from + index;
    const own = div255((source[pixel + 3] as number) * alpha);
    if (own === 0) continue;
    const left = 255 - own;
    // a loop over the three would take twice as long: a clip has two million pixels in each of its pictures
    target[at] = div255((source[pixel] as number) * alpha + (target[at] as number) * left);
    target[at + 1] = div255((source[pixel + 1] as number) * alpha + (target[at + 1] as number) * left);
    target[at + 2] = div255((source[pixel + 2] as number) * alpha + (target[at + 2] as number) * left);
  }
}

/** Rounded, by a product instead of a division, and exact up to 66,171: colours are at most their alpha, so more never occurs. */
function div255(value: number): number {
  return Math.imul(value + 127, 32_897) >>> 23;
}
