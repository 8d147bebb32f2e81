import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';
import { BugError } from '../errors/index.js';

export type Weight = 'regular' | 'bold';

/** Two levels up is the package, from `src/` and from `dist/` alike. */
export const fontPaths: Readonly<Record<Weight, string>> = {
  regular: fileURLToPath(new URL('../../assets/fonts/Pretendard-Regular.ttf', import.meta.url)),
  bold: fileURLToPath(new URL('../../assets/fonts/Pretendard-Bold.ttf', import.meta.url)),
};

const opened = new Map<Weight, Font>();

/** The parsed font. Parsing takes tens of milliseconds, so each file is opened once, on first use. */
export function fontOf(weight: Weight): Font {
  const font = opened.get(weight) ?? openFont(fontPaths[weight]);
  opened.set(weight, font);
  return font;
}

function openFont(path: string): Font {
  const font = openSync(path);
  if ('layout' in font) return font;
  throw new BugError('BUG_001', { reason: 'a font file holds a collection' });
}
