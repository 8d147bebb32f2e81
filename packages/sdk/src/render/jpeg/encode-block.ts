import type { BitWriter } from './bit-writer.js';
import type { HuffmanCodes } from './huffman.js';
import { zigzag } from './tables.js';

interface BlockInput {
  /** 64 transformed samples, row by row. */
  readonly samples: Float32Array;
  /** 64 divisors, row by row. */
  readonly table: Uint8Array;
  readonly dc: HuffmanCodes;
  readonly ac: HuffmanCodes;
  /** The first coefficient of the block before; the difference is what is written. */
  readonly previousDc: number;
}

const zeroRun16 = 0xf0;
const endOfBlock = 0x00;

/** Quantises one block and writes it in Huffman codes (T.81, annex F). Returns its first coefficient. */
export function encodeBlock(writer: BitWriter, { samples, table, dc, ac, previousDc }: BlockInput): number {
  const values = quantise(samples, table);
  const first = values[0] ?? 0;
  writeValue(writer, dc, 0, first - previousDc);

  let zeros = 0;
  for (let index = 1; index < 64; index += 1) {
    const value = values[index] ?? 0;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) writeSymbol(writer, ac, zeroRun16);
    writeValue(writer, ac, zeros, value);
    zeros = 0;
  }
  if (zeros > 0) writeSymbol(writer, ac, endOfBlock);
  return first;
}

/** The coefficients in zigzag order. */
function quantise(samples: Float32Array, table: Uint8Array): Int16Array {
  const values = new Int16Array(64);
  for (let index = 0; index < 64; index += 1) {
    const at = zigzag[index] ?? 0;
    values[index] = Math.round((samples[at] ?? 0) / (table[at] ?? 1));
  }
  return values;
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
