import { emojiGrid, emojiShapes } from '../text/emoji-shapes.js';
import { type FitOptions, fitText } from '../text/fit-text.js';
import { toRuns } from '../text/measure.js';
import type { Block } from './block.js';
import type { Item } from './scene.js';

export interface TextBlockOptions extends FitOptions {
  readonly fill: string;
  /** Distance of baselines, in font sizes. */
  readonly lineHeight?: number;
  /** As wide as the box, lines in its middle. */
  readonly centred?: boolean;
  /** Where shorter lines stand under the widest. @defaultValue left */
  readonly align?: 'left' | 'center' | 'right';
}

/** Where the middle of a Hangul syllable lies above its baseline, in font sizes (measured in Pretendard). */
const middleEm = 0.35;
/** How far Hangul and Latin letters reach below their baseline, in font sizes (measured in Pretendard). */
export const descentEm = 0.2;
/** The drawing inside an emoji's advance. */
const emojiSizeEm = 1.08;

/** A text as lines of runs and emoji, no wider than `maxWidth`. An empty text is an empty block. */
export function textBlock(text: string, options: TextBlockOptions): Block {
  const { lines, size, face } = fitText(text, options);
  const { fill } = options;
  const pitch = size * (options.lineHeight ?? 1.35);
  const widest = Math.max(0, ...lines.map((line) => line.widthEm * size));
  const width = options.centred ? options.maxWidth : widest;
  const items = lines.flatMap((line, index) => {
    const x = (width - line.widthEm * size) * leftShare(options);
    return lineItems(line.text, x, (index + 0.5) * pitch + middleEm * size, size, { face, fill });
  });
  const below = Math.max(0, (middleEm + descentEm) * size - pitch / 2); // of a last line that is set tight
  return { width, height: lines.length === 0 ? 0 : lines.length * pitch + below, items };
}

/** Share of a line's spare room that lies at its left. */
function leftShare({ centred = false, align = 'left' }: TextBlockOptions): number {
  return centred || align === 'center' ? 0.5 : align === 'right' ? 1 : 0;
}

/** An emoji drawn large, as a picture. */
export function emojiItems(name: string, x: number, y: number, size: number): Item[] {
  return emojiShapes(name).map((shape) => ({ kind: 'path', ...shape, x, y, scale: size / emojiGrid }));
}

function lineItems(
  line: string,
  left: number,
  baseline: number,
  size: number,
  { face, fill }: Pick<TextBlockOptions, 'face' | 'fill'>,
): Item[] {
  const items: Item[] = [];
  let x = left;
  for (const run of toRuns(line, face)) {
    const width = run.widthEm * size;
    if (run.kind === 'text')
      items.push({ kind: 'text', text: run.text, x, baseline, width, size, face: run.face, fill });
    else {
      const side = emojiSizeEm * size;
      items.push(
        ...emojiItems(run.name, x + (width - side) / 2, baseline - middleEm * size - side / 2, side),
      );
    }
    x += width;
  }
  return items;
}
