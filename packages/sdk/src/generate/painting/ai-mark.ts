import { crc32 } from 'node:zlib';
import { xmpPacket } from '../../render/picture/xmp-packet.js';

/** A trained model has made the picture. */
const packet = xmpPacket('trainedAlgorithmicMedia');

/** Most that {@link markAsPainted} adds to a file. */
export const markBytes = 1_024;

/** The same file with a mark that programs read: XMP in a JPEG or a PNG. Anything else stays as it is. */
export function markAsPainted(bytes: Uint8Array, mediaType: string): Uint8Array {
  if (mediaType === 'image/jpeg') return markJpeg(bytes);
  return mediaType === 'image/png' ? markPng(bytes) : bytes;
}

/** In a segment of its own, behind JFIF's. @see Adobe, XMP Specification Part 3, 1.1.3 */
function markJpeg(bytes: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const hasJfif = bytes[2] === 0xff && bytes[3] === 0xe0;
  const at = hasJfif ? 4 + ((bytes[4] ?? 0) << 8) + (bytes[5] ?? 0) : 2;
  return Buffer.concat([bytes.subarray(0, at), head, body, bytes.subarray(at)]);
}

/** In an `iTXt` chunk behind the first, whose length is fixed. @see XMP Specification Part 3, 1.1.5 */
function markPng(bytes: Uint8Array): Uint8Array {
  const headEnd = 8 + 12 + 13;
  const typed = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0'), packet]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(typed.length - 4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([bytes.subarray(0, headEnd), length, typed, check, bytes.subarray(headEnd)]);
}
