import type { BitWriter } from './bit-writer.js';
import type { HuffmanTable } from './huffman.js';
import type { Quantisation } from './quantisation.js';
import { huffmanTables, zigzag } from './tables.js';

interface FrameHeader {
  readonly width: number;
  readonly height: number;
  readonly quantisation: Quantisation;
}

/** Everything before the scan's bits: JFIF, tables, frame, scan header (T.81, annex B). */
export function writeHeaders(writer: BitWriter, { width, height, quantisation }: FrameHeader): void {
  writer.bytes([0xff, 0xd8]);
  writeSegment(writer, 0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
  writeSegment(writer, 0xdb, [
    0,
    ...inZigzag(quantisation.luminance),
    1,
    ...inZigzag(quantisation.chrominance),
  ]);
  // Baseline, 8 bits; three components, one sample each (0x11: no subsampling).
  writeSegment(writer, 0xc0, [
    8,
    ...twoBytes(height),
    ...twoBytes(width),
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ]);
  writeSegment(writer, 0xc4, [
    ...huffmanSegment(0x00, huffmanTables.luminance.dc),
    ...huffmanSegment(0x10, huffmanTables.luminance.ac),
    ...huffmanSegment(0x01, huffmanTables.chrominance.dc),
    ...huffmanSegment(0x11, huffmanTables.chrominance.ac),
  ]);
  writeSegment(writer, 0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
}

function writeSegment(writer: BitWriter, marker: number, body: readonly number[]): void {
  writer.bytes([0xff, marker, ...twoBytes(body.length + 2), ...body]);
}

function huffmanSegment(id: number, { counts, symbols }: HuffmanTable): number[] {
  return [id, ...counts, ...symbols];
}

function inZigzag(table: Uint8Array): number[] {
  return zigzag.map((at) => table[at] ?? 1);
}

function twoBytes(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}
