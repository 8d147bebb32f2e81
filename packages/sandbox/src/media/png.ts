import { crc32, deflateSync } from 'node:zlib';
import { seededBytes } from '../seeded.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function toChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

export interface PngSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** 8-bit RGB without alpha. `paint` fills the pixels of one row, three bytes each. */
function encodePng({ widthPx, heightPx }: PngSize, paint: (row: Buffer, y: number) => void): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rowBytes = widthPx * 3 + 1;
  const pixels = Buffer.alloc(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    paint(pixels.subarray(y * rowBytes + 1, (y + 1) * rowBytes), y);
  }
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('IDAT', deflateSync(pixels, { level: 1 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture whose colours come from the seed: bands from one tint to another. Same seed, same bytes. */
export function paintSeededPng(size: PngSize, seed: string): Buffer {
  const [red = 0, green = 0, blue = 0, stripe = 0] = seededBytes(seed);
  const bandPx = 8 + (stripe % 56);
  return encodePng(size, (row, y) => {
    const share = y / size.heightPx;
    const shade = Math.floor(y / bandPx) % 2 === 0 ? 0 : 16;
    const pixel = [red, green, blue].map((tint) => Math.round(tint + (255 - tint) * share * 0.8) ^ shade);
    row.fill(Buffer.from(pixel));
  });
}
