import type { Measures } from './measures.js';

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** The boxes that lie side by side in `bytes`, up to the first that is torn (ISO/IEC 14496-12 §4.2). */
function readBoxes(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const header = isLong ? 16 : 8;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    if (size < header || at + size > bytes.length) {
      break;
    }
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, body: bytes.subarray(at + header, at + size) });
    at += size;
  }
  return boxes;
}

const bodyOf = (boxes: readonly Box[], type: string): Buffer | undefined =>
  boxes.find((box) => box.type === type)?.body;

/** `mvhd`: how many units the film lasts, and how many of them a second has. */
function readDurationSec(header: Buffer): number | undefined {
  const isLong = header[0] === 1;
  const scaleAt = isLong ? 20 : 12;
  if (header.length < scaleAt + 12) {
    return undefined;
  }
  const scale = header.readUInt32BE(scaleAt);
  const units = isLong ? Number(header.readBigUInt64BE(scaleAt + 4)) : header.readUInt32BE(scaleAt + 4);
  return scale === 0 ? undefined : units / scale;
}

/** The end of `tkhd`: width and height as 16.16 numbers, both zero for sound. */
function readSize(track: Buffer): { readonly widthPx: number; readonly heightPx: number } | undefined {
  const header = bodyOf(readBoxes(track), 'tkhd');
  if (!header || header.length < 8) {
    return undefined;
  }
  const widthPx = header.readUInt32BE(header.length - 8) / 65_536;
  const heightPx = header.readUInt32BE(header.length - 4) / 65_536;
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}

export function measureMp4(bytes: Buffer): Measures | undefined {
  const boxes = readBoxes(bytes);
  const film = bodyOf(boxes, 'moov');
  if (boxes[0]?.type !== 'ftyp' || !film) {
    return undefined;
  }
  const parts = readBoxes(film);
  const header = bodyOf(parts, 'mvhd');
  const durationSec = header && readDurationSec(header);
  const sizes = parts.filter(({ type }) => type === 'trak').flatMap(({ body }) => readSize(body) ?? []);
  return {
    mediaType: 'video/mp4',
    ...(durationSec === undefined ? {} : { durationSec }),
    ...sizes[0],
  };
}
