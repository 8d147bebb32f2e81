import { type Palette, paletteFor } from '../palette.js';
import { type Block, card, emptyBlock } from '../scene/block.js';
import type { Box } from '../scene/scene.js';
import { type TextBlockOptions, textBlock } from '../scene/text-block.js';
import { type ImageFrame, toImageFrame } from '../template/image-frame.js';
import { filmSizes } from './film-format.js';
import type { FilmInput, FilmShape } from './film-input.js';

/** How a film is being set. */
export interface FilmStyle {
  readonly shape: FilmShape;
  readonly palette: Palette;
  readonly frame: ImageFrame;
  /** Text scale: 1 is the size wanted. */
  readonly scale: number;
  /** The honest line, in its place; empty without one. */
  readonly label: { readonly block: Block; readonly x: number; readonly y: number };
  /** Where scenes stand: the safe area above the honest line. */
  readonly room: Box;
}

export function createFilmStyle({ shape, storeName, label, ...input }: FilmInput): Omit<FilmStyle, 'scale'> {
  const { widthPx, heightPx } = filmSizes[shape];
  const frame = toImageFrame(widthPx, heightPx);
  const palette = input.palette ?? paletteFor(storeName);
  const { safe, unitPx } = frame;
  const block = labelBlock(label ?? '', { palette, frame });
  const gap = block.height === 0 ? 0 : 28 * unitPx;
  const y = safe.y + safe.height - block.height;
  return {
    shape,
    palette,
    frame,
    label: { block, x: safe.x + (safe.width - block.width) / 2, y },
    room: { ...safe, height: safe.height - block.height - gap },
  };
}

/** Text by its size in design units. */
export function filmText(
  value: string,
  { frame, scale }: Pick<FilmStyle, 'frame' | 'scale'>,
  units: number,
  options: Partial<TextBlockOptions>,
): Block {
  const size = Math.max(units * frame.unitPx * scale, frame.minTextPx);
  const minSize = Math.max(size * 0.7, frame.minTextPx);
  const defaults = { face: 'bold', fill: '#000000', maxWidth: 0, maxLines: 2, balanced: true } as const;
  return textBlock(value, { ...defaults, ...options, size, minSize });
}

/** Darker than every ground of a film. */
function labelBlock(label: string, style: Pick<FilmStyle, 'palette' | 'frame'>): Block {
  const { palette, frame } = style;
  const { unitPx, safe } = frame;
  const options = { fill: palette.card, maxWidth: safe.width - 56 * unitPx, maxLines: 1, lineHeight: 1.2 };
  const line = filmText(label, { frame, scale: 1 }, 34, options);
  if (line.height === 0) return emptyBlock;
  const room = { paddingX: 28 * unitPx, paddingY: 10 * unitPx, radius: 18 * unitPx };
  return card(line, { ...room, fill: palette.ink });
}

/** Side of the picture beside the words. */
export function heroSide({ shape, frame, room }: FilmStyle): number {
  return shape === 'wide' ? Math.min(room.height * 0.72, 600 * frame.unitPx) : frame.below * 0.72;
}
