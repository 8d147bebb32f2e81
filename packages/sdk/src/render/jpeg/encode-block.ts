import type { BitWriter } from './bit-writer.js';
import type { HuffmanCodes } from './huffman.js';
import { zigzag } from './tables.js';

/** What is known of one colour component while its blocks are written. */
export interface Component {
  /** 64 transformed samples, row by row. */
  readonly samples: Float64Array;
  /** What each is multiplied by, row by row. */
  readonly factors: Float64Array;
  readonly dc: HuffmanCodes;
  readonly ac: HuffmanCodes;
  /** The first coefficient of the block before; the difference is what is written. */
  previousDc: number;
}

const zeroRun16 = 0xf0;
const endOfBlock = 0x00;
const order = Uint8Array.from(zigzag);
const values = new Int16Array(64);

/** Quantises one block and writes it in Huffman codes (T.81, annex F). */
export function encodeBlock(writer: BitWriter, component: Component): void {
  const last = quantise(component);
  encodeFirst(writer, component, values[0] ?? 0);
  const { ac } = component;
  let zeros = 0;
  for (let index = 1; index <= last; index += 1) {
    const value = values[index] ?? 0;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) writeSymbol(writer, ac, zeroRun16);
    writeValue(writer, ac, zeros, value);
    zeros = 0;
  }
  if (last < 63) writeSymbol(writer, ac, endOfBlock);
}

/** A block of one colour: its first coefficient is all there is. */
export function encodeFlatBlock(writer: BitWriter, component: Component): void {
  const { samples, factors, ac } = component;
  encodeFirst(writer, component, round((samples[0] ?? 0) * 64 * (factors[0] ?? 0)));
  writeSymbol(writer, ac, endOfBlock);
}

/** The coefficients in zigzag order. Returns where the last one is that is not zero. */
function quantise({ samples, factors }: Component): number {
  let last = 0;
  for (let index = 0; index < 64; index += 1) {
    const at = order[index] ?? 0;
    const value = round((samples[at] ?? 0) * (factors[at] ?? 0));
    values[index] = value;
    if (value !== 0) last = index;
  }
  return last;
}

/** To the nearest, for all that occurs here. */
function round(value: number): number {
  return ((value + 32_768.5) | 0) - 32_768;
}

function encodeFirst(writer: BitWriter, component: Component, first: number): void {
  writeValue(writer, component.dc, 0, first - component.previousDc);
  component.previousDc = first;
}

/** The zeros before it and its length as a symbol, then its bits; a negative value in ones' complement. */
function writeValue(writer: BitWriter, codes: HuffmanCodes, zeros: number, value: number): void {
  const length = 32 - Math.clz32(Math.abs(value));
  writeSymbol(writer, codes, (zeros << 4) | length);
  writer.bits(value < 0 ? value - 1 : value, length);
}

function writeSymbol(writer: BitWriter, { codes, lengths }: HuffmanCodes, symbol: number): void {
  writer.bits(codes[symbol] ?? 0, lengths[symbol] ?? 0);
}
