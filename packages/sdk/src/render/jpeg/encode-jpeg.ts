import { createBitWriter } from './bit-writer.js';
import { encodeBlock } from './encode-block.js';
import { writeHeaders } from './headers.js';
import { toHuffmanCodes } from './huffman.js';
import { scaleQuantisation } from './quantisation.js';
import { huffmanTables } from './tables.js';
import { forwardTransform } from './transform.js';

export interface Pixels {
  /** Four bytes per pixel; the fourth (alpha) is ignored: the picture is taken as opaque. */
  readonly pixels: Uint8Array;
  /** 1 to 65,535. */
  readonly width: number;
  readonly height: number;
}

const side = 8;

/**
 * Encodes opaque pixels as baseline JPEG (JFIF), all colour kept (4:4:4). The same pixels give the same bytes.
 *
 * @param quality - 1 to 100, as libjpeg counts it. Text on flat colour needs 85 and more.
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 */
export function encodeJpeg({ pixels, width, height }: Pixels, quality = 90): Uint8Array {
  const quantisation = scaleQuantisation(quality);
  const writer = createBitWriter(Math.ceil((width * height) / 2) + 4096);
  writeHeaders(writer, { width, height, quantisation });

  const components = [0, 1, 2].map((index) => {
    const kind = index === 0 ? 'luminance' : 'chrominance';
    return {
      samples: new Float32Array(side * side),
      table: quantisation[kind],
      dc: toHuffmanCodes(huffmanTables[kind].dc),
      ac: toHuffmanCodes(huffmanTables[kind].ac),
      previousDc: 0,
    };
  });
  const planes = components.map(({ samples }) => samples);

  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      readBlock({ pixels, width, height }, left, top, planes);
      for (const component of components) {
        forwardTransform(component.samples);
        component.previousDc = encodeBlock(writer, component);
      }
    }
  }
  return writer.end();
}

/** Reads 8 × 8 pixels as Y, Cb and Cr about zero (JFIF 1.02). Past the edges the last pixel repeats. */
function readBlock(image: Pixels, left: number, top: number, planes: readonly Float32Array[]): void {
  const [luma, blueness, redness] = planes;
  if (!luma || !blueness || !redness) return;
  for (let index = 0; index < side * side; index += 1) {
    const x = Math.min(left + (index & 7), image.width - 1);
    const y = Math.min(top + (index >> 3), image.height - 1);
    const at = (y * image.width + x) * 4;
    const [red, green, blue] = [image.pixels[at] ?? 0, image.pixels[at + 1] ?? 0, image.pixels[at + 2] ?? 0];
    luma[index] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
    blueness[index] = -0.168736 * red - 0.331264 * green + 0.5 * blue;
    redness[index] = 0.5 * red - 0.418688 * green - 0.081312 * blue;
  }
}
