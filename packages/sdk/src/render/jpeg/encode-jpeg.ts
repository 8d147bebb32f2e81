import { type BitWriter, createBitWriter } from './bit-writer.js';
import { type Component, encodeBlock, encodeFlatBlock } from './encode-block.js';
import { writeHeaders } from './headers.js';
import { toHuffmanCodes } from './huffman.js';
import { type Quantisation, scaleQuantisation } from './quantisation.js';
import { isFlat, type Pixels, readBlock, side } from './read-block.js';
import { huffmanTables } from './tables.js';
import { forwardTransform, transformScales } from './transform.js';

export type { Pixels } from './read-block.js';

/**
 * Encodes opaque pixels as baseline JPEG (JFIF), all colour kept (4:4:4). The same pixels give the same bytes.
 *
 * @param quality - 1 to 100, as libjpeg counts it. Text on flat colour needs 85 and more.
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 */
export function encodeJpeg(image: Pixels, quality = 90): Uint8Array {
  const { width, height } = image;
  const quantisation = scaleQuantisation(quality);
  const writer = createBitWriter(Math.ceil((width * height) / 2) + 4096);
  writeHeaders(writer, { width, height, quantisation });
  const components = [0, 1, 2].map((index) => openComponent(index, quantisation));
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) encodePlace(writer, image, { left, top }, components);
  }
  return writer.end();
}

function openComponent(index: number, quantisation: Quantisation): Component {
  const kind = index === 0 ? 'luminance' : 'chrominance';
  return {
    samples: new Float64Array(side * side),
    factors: Float64Array.from(
      quantisation[kind],
      (divisor, at) => 1 / (divisor * (transformScales[at] ?? 1)),
    ),
    dc: toHuffmanCodes(huffmanTables[kind].dc),
    ac: toHuffmanCodes(huffmanTables[kind].ac),
    previousDc: 0,
  };
}

function encodePlace(
  writer: BitWriter,
  image: Pixels,
  { left, top }: { readonly left: number; readonly top: number },
  components: readonly Component[],
): void {
  const flat = isFlat(image, left, top); // most of a designed picture is: worth not computing
  readBlock(image, left, top, components, flat ? 1 : side * side);
  for (const component of components) {
    if (flat) encodeFlatBlock(writer, component);
    else {
      forwardTransform(component.samples);
      encodeBlock(writer, component);
    }
  }
}
