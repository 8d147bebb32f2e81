import type { Rect } from './rect.js';

export interface Planes {
  readonly rgba: Uint8Array;
  /** All of Y, then all of U, then all of V. */
  readonly yuv: Uint8Array;
  /** Even, as is the height. */
  readonly width: number;
  readonly height: number;
}

/** Adds a half, so that cutting off rounds: Y from 16, U and V of four pixels together about 128. */
const [lumaBase, chromaBase] = [(16 << 16) + 32_768, (128 << 18) + 131_072];

/**
 * Brings an area, its edges even, from colours to planes: BT.709 in 65,536ths, Y from 16 to 235, U and V from 16 to 240.
 *
 * @see https://www.itu.int/rec/R-REC-BT.709
 */
export function convert({ rgba, yuv, width, height }: Planes, area: Rect): void {
  const uStart = width * height;
  const vStart = uStart + uStart / 4;
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let at = y * width + area.left; at < y * width + area.right; at += 1) {
      const [red, green, blue] = [rgba[at * 4] ?? 0, rgba[at * 4 + 1] ?? 0, rgba[at * 4 + 2] ?? 0];
      yuv[at] = (11_966 * red + 40_254 * green + 4_064 * blue + lumaBase) >> 16;
    }
  }
  const row = width * 4;
  for (let y = area.top; y < area.bottom; y += 2) {
    for (let x = area.left; x < area.right; x += 2) {
      const at = y * row + x * 4;
      const red = four(rgba, at, row);
      const green = four(rgba, at + 1, row);
      const blue = four(rgba, at + 2, row);
      const chroma = (y * width) / 4 + x / 2;
      yuv[uStart + chroma] = (-6_596 * red - 22_189 * green + 28_785 * blue + chromaBase) >> 18;
      yuv[vStart + chroma] = (28_785 * red - 26_145 * green - 2_640 * blue + chromaBase) >> 18;
    }
  }
}

/** One colour of a square of four pixels. */
function four(rgba: Uint8Array, at: number, row: number): number {
  return (rgba[at] ?? 0) + (rgba[at + 4] ?? 0) + (rgba[at + row] ?? 0) + (rgba[at + row + 4] ?? 0);
}
