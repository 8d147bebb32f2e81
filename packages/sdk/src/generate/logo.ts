import type { Picture } from '../render/index.js';
import { readPicture } from '../render/picture/read-picture.js';

/** The logo of a brief, ready to be drawn. One whose size cannot be read is left out. */
export function logoOf(dataUri: string | undefined): Picture | undefined {
  const [, base64] = /^data:image\/(?:png|jpeg);base64,(.+)$/.exec(dataUri ?? '') ?? [];
  return base64 === undefined ? undefined : readPicture(new Uint8Array(Buffer.from(base64, 'base64')));
}
