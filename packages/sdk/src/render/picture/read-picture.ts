import type { Picture } from '../scene/scene.js';

type Size = Pick<Picture, 'widthPx' | 'heightPx'>;

/** What a file's own bytes say it is: neither its name nor its sender is asked. Undefined for anything but PNG and JPEG. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const png = pngSize(bytes);
  if (png) return { bytes, mediaType: 'image/png', ...png };
  const jpeg = jpegSize(bytes);
  return jpeg && { bytes, mediaType: 'image/jpeg', ...jpeg };
}

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
