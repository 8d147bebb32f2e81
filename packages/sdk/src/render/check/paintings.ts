import { encodeJpeg } from '../jpeg/encode-jpeg.js';
import type { Picture } from '../scene/scene.js';
import type { hardWords } from './hard-words.js';

/** What a model might paint behind some of the words: nobody can read on one of the two what stands on the picture itself. */
export function paintingBehind(name: keyof typeof hardWords): Picture | undefined {
  const level = levels[name];
  return level === undefined ? undefined : paintingOf(level);
}

/** Black, and white. */
const levels: Readonly<Partial<Record<keyof typeof hardWords, number>>> = { plain: 0, long: 255 };

function paintingOf(level: number): Picture {
  const side = 64;
  const pixels = new Uint8Array(side * side * 4).fill(level);
  const bytes = encodeJpeg({ pixels, width: side, height: side });
  return { bytes, mediaType: 'image/jpeg', widthPx: side, heightPx: side };
}
