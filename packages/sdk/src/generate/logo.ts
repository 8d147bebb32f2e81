import type { Picture } from '../render/index.js';

/** The logo of a brief, ready to be drawn. One whose size cannot be read is left out. */
export function logoOf(dataUri: string | undefined): Picture | undefined {
  const [, mediaType, base64] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(dataUri ?? '') ?? [];
  if (base64 === undefined) return undefined;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const size = mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  if (!size) return undefined;
  return { bytes, mediaType: mediaType === 'image/png' ? 'image/png' : 'image/jpeg', ...size };
}

type Size = Pick<Picture, 'widthPx' | 'heightPx'>;

/** Of the first chunk. @see https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** Of the frame header, behind other segments. @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.2.2 */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
  }
  return undefined;
}
