import { readJpegSize } from '../../media/jpeg-size.js';
import { measureMp4 } from './measure-mp4.js';
import { measureWav } from './measure-wav.js';
import type { Measures } from './measures.js';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function measurePng(bytes: Buffer): Measures | undefined {
  const isPng = bytes.length >= 24 && bytes.subarray(0, 8).equals(pngSignature);
  return isPng
    ? { mediaType: 'image/png', widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
    : undefined;
}

function measureJpeg(bytes: Buffer): Measures | undefined {
  const size = readJpegSize(bytes);
  return size && { mediaType: 'image/jpeg', ...size };
}

/** Reads the size and length out of a PNG, JPEG, MP4 or WAV; `undefined` for anything else, or a torn one. */
export function measureCreative(bytes: Buffer): Measures | undefined {
  return measurePng(bytes) ?? measureJpeg(bytes) ?? measureMp4(bytes) ?? measureWav(bytes);
}
