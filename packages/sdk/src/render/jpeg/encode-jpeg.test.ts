import { describe, expect, it } from 'vitest';
import { encodeJpeg, type Pixels } from './encode-jpeg.js';

/**
 * A decoder written from the standard alone: it takes every table from the file and shares no code with the
 * encoder. Baseline, three components, one sample each.
 */
function decodeJpeg(file: Uint8Array): { width: number; height: number; rgb: number[][] } {
  const quantisation = new Map<number, number[]>();
  const huffman = new Map<number, Map<string, number>>();
  let [width, height, at] = [0, 0, 2];
  const byte = (index: number) => file[index] ?? 0;
  const word = (index: number) => byte(index) * 256 + byte(index + 1);
  for (let marker = byte(at + 1); marker !== 0xda; marker = byte(at + 1)) {
    const end = at + 2 + word(at + 2);
    const start = at + 4;
    if (marker === 0xdb) {
      for (let table = start; table < end; table += 65) {
        quantisation.set(byte(table), [...file.slice(table + 1, table + 65)]);
      }
    }
    if (marker === 0xc0) [height, width] = [word(start + 1), word(start + 3)];
    if (marker === 0xc4) readHuffman(file, start, end, huffman);
    at = end;
  }
  const bits = scanBits(file.slice(at + 2 + word(at + 2), -2));
  return { width, height, rgb: decodeScan(bits, { width, height }, quantisation, huffman) };
}

function readHuffman(file: Uint8Array, start: number, end: number, into: Map<number, Map<string, number>>) {
  for (let at = start; at < end; ) {
    const counts = [...file.slice(at + 1, at + 17)];
    const codes = new Map<string, number>();
    let [code, symbol] = [0, at + 17];
    counts.forEach((count, index) => {
      for (let left = count; left > 0; left -= 1) {
        codes.set(code.toString(2).padStart(index + 1, '0'), file[symbol] ?? 0);
        code += 1;
        symbol += 1;
      }
      code *= 2;
    });
    into.set(file[at] ?? 0, codes);
    at = symbol;
  }
}

function scanBits(scan: Uint8Array): string {
  const bytes = [...scan].filter((value, index) => !(value === 0 && scan[index - 1] === 0xff));
  return bytes.map((value) => value.toString(2).padStart(8, '0')).join('');
}

/** Undoes zigzag by walking the diagonals. */
function diagonals(): [number, number][] {
  const cells = Array.from({ length: 64 }, (_, index): [number, number] => [index % 8, index >> 3]);
  const along = ([x, y]: [number, number]) => ((x + y) % 2 === 0 ? x : y);
  return cells.sort((a, b) => a[0] + a[1] - b[0] - b[1] || along(a) - along(b));
}

interface Scan {
  readonly symbol: (table: number) => number;
  readonly value: (length: number) => number;
}

function openScan(bits: string, huffman: Map<number, Map<string, number>>): Scan {
  let at = 0;
  const symbol = (table: number): number => {
    for (let length = 1; length <= 16; length += 1) {
      const found = huffman.get(table)?.get(bits.slice(at, at + length));
      if (found === undefined) continue;
      at += length;
      return found;
    }
    throw new Error(`no code at bit ${at}`);
  };
  const value = (length: number): number => {
    if (length === 0) return 0;
    const read = Number.parseInt(bits.slice(at, at + length), 2);
    at += length;
    return read < 2 ** (length - 1) ? read - 2 ** length + 1 : read;
  };
  return { symbol, value };
}

function cosine(x: number, u: number): number {
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
}

const cells = diagonals();

/** One block's samples, and its first coefficient before dequantisation. */
function decodeBlock({ symbol, value }: Scan, id: number, table: number[], previous: number) {
  const first = previous + value(symbol(id));
  const terms: [number, number, number][] = [[0, 0, first * (table[0] ?? 1)]];
  for (let index = 1; index < 64; index += 1) {
    const next = symbol(16 + id);
    if (next === 0) break;
    index += next >> 4;
    const [u, v] = cells[index] ?? [0, 0];
    terms.push([u, v, value(next & 15) * (table[index] ?? 1)]);
  }
  const samples = Array.from({ length: 64 }, (_, pixel) =>
    terms.reduce((sum, [u, v, term]) => sum + term * cosine(pixel % 8, u) * cosine(pixel >> 3, v), 0),
  );
  return { first, samples };
}

function toRgb(y: number, cb: number, cr: number): number[] {
  return [y + 128 + 1.402 * cr, y + 128 - 0.344136 * cb - 0.714136 * cr, y + 128 + 1.772 * cb];
}

function decodeScan(
  bits: string,
  { width, height }: { width: number; height: number },
  quantisation: Map<number, number[]>,
  huffman: Map<number, Map<string, number>>,
): number[][] {
  const scan = openScan(bits, huffman);
  const firsts = [0, 0, 0];
  const columns = Math.ceil(width / 8);
  const blocks = Array.from({ length: columns * Math.ceil(height / 8) }, () =>
    [0, 1, 1].map((id, component) => {
      const block = decodeBlock(scan, id, quantisation.get(id) ?? [], firsts[component] ?? 0);
      firsts[component] = block.first;
      return block.samples;
    }),
  );
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const samples = blocks[(y >> 3) * columns + (x >> 3)] ?? [];
    const [luma = 0, blue = 0, red = 0] = samples.map((plane) => plane[(y % 8) * 8 + (x % 8)] ?? 0);
    return toRgb(luma, blue, red);
  });
}

/** Flat colour, edges and a slope; neither side a multiple of eight. */
function picture(width = 37, height = 21): Pixels {
  const pixels = new Uint8Array(width * height * 4).map((_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)];
    const inside = x > 9 && x < 21 && y > 5 && y < 14;
    return [inside ? 250 : 20, (x * 255) / width, inside ? 10 : (y * 255) / height, 255][index & 3] ?? 0;
  });
  return { pixels, width, height };
}

/** Mean square error of the decoded picture, in colour levels squared. */
function meanSquareError(file: Uint8Array, { pixels }: Pixels): number {
  const { rgb } = decodeJpeg(file);
  const errors = rgb.flatMap((colour, index) =>
    colour.map((level, part) => (level - (pixels[index * 4 + part] ?? 0)) ** 2),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

describe('encodeJpeg', () => {
  it('gives a file that decodes to the picture', () => {
    const file = encodeJpeg(picture(), 95);
    const { width, height } = decodeJpeg(file);

    expect([width, height]).toEqual([37, 21]);
    expect(meanSquareError(file, picture())).toBeLessThan(12);
  });

  it('is closer to the picture and larger at a higher quality', () => {
    const [low, high] = [encodeJpeg(picture(), 30), encodeJpeg(picture(), 95)];

    expect(meanSquareError(high, picture())).toBeLessThan(meanSquareError(low, picture()));
    expect(high.length).toBeGreaterThan(low.length);
  });

  it('starts with a JFIF header and ends with the end marker', () => {
    const file = encodeJpeg(picture());

    expect(Buffer.from(file.slice(0, 11)).toString('latin1')).toBe('\xff\xd8\xff\xe0\x00\x10JFIF\x00');
    expect([...file.slice(-2)]).toEqual([0xff, 0xd9]);
  });

  it('encodes noise, which needs long codes and stuffed bytes', () => {
    let state = 1;
    const pixels = new Uint8Array(64 * 64 * 4).map(() => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
    const noise = { pixels, width: 64, height: 64 };

    expect(meanSquareError(encodeJpeg(noise, 100), noise)).toBeLessThan(3);
  });

  it('gives the same bytes twice', () => {
    expect(encodeJpeg(picture())).toEqual(encodeJpeg(picture()));
  });

  it('would be caught with two colour tables swapped', () => {
    const file = encodeJpeg(picture(), 95);
    const tables = Buffer.from(file).indexOf(Buffer.from([0xff, 0xdb])) + 4;
    file[tables] = 1;
    file[tables + 65] = 0;

    expect(meanSquareError(file, picture())).toBeGreaterThan(50);
  });
});
