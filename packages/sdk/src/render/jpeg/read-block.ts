export interface Pixels {
  /** Four bytes per pixel; the fourth (alpha) is ignored: the picture is taken as opaque. */
  readonly pixels: Uint8Array;
  /** 1 to 65,535. */
  readonly width: number;
  readonly height: number;
}

/** Of a block. */
export const side = 8;

/** Whether the whole of a block is of its first pixel's colour. Past the edges the last pixel repeats. */
export function isFlat({ pixels, width, height }: Pixels, left: number, top: number): boolean {
  const right = Math.min(left + side, width);
  const bottom = Math.min(top + side, height);
  const first = (top * width + left) * 4;
  for (let y = top; y < bottom; y += 1) {
    const end = (y * width + right) * 4;
    for (let at = (y * width + left) * 4; at < end; at += 4) {
      if (
        pixels[at] !== pixels[first] ||
        pixels[at + 1] !== pixels[first + 1] ||
        pixels[at + 2] !== pixels[first + 2]
      )
        return false;
    }
  }
  return true;
}

/** Reads the first `count` of 8 × 8 pixels as Y, Cb and Cr about zero (JFIF 1.02). Past the edges the last pixel repeats. */
export function readBlock(
  { pixels, width, height }: Pixels,
  left: number,
  top: number,
  [luma, blueness, redness]: readonly { readonly samples: Float64Array }[],
  count: number,
): void {
  if (!luma || !blueness || !redness) return;
  for (let index = 0; index < count; index += 1) {
    const x = Math.min(left + (index & 7), width - 1);
    const y = Math.min(top + (index >> 3), height - 1);
    const at = (y * width + x) * 4;
    const red = pixels[at] ?? 0;
    const green = pixels[at + 1] ?? 0;
    const blue = pixels[at + 2] ?? 0;
    luma.samples[index] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
    blueness.samples[index] = -0.168736 * red - 0.331264 * green + 0.5 * blue;
    redness.samples[index] = 0.5 * red - 0.418688 * green - 0.081312 * blue;
  }
}
