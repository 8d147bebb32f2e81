import type { Palette } from '../palette.js';
import { type Block, card, emptyBlock, pill, row, stack } from '../scene/block.js';
import { qrBlock } from '../scene/qr-block.js';
import { type TextBlockOptions, textBlock } from '../scene/text-block.js';
import type { ImageInput } from './image-input.js';
import { posterWords } from './poster-words.js';

/** How one picture is being set: colours, pixels per design unit, smallest text and text scale. */
export interface ImageStyle {
  readonly palette: Palette;
  readonly unitPx: number;
  readonly minTextPx: number;
  readonly scale: number;
}

/** Text by its size in design units. */
function text(value: string, style: ImageStyle, units: number, options: Partial<TextBlockOptions>): Block {
  const size = Math.max(units * style.unitPx * style.scale, style.minTextPx);
  const minSize = Math.max(size * 0.7, style.minTextPx);
  const defaults = { face: 'bold', fill: '#000000', maxWidth: 0, maxLines: 2 } as const;
  return textBlock(value, { ...defaults, ...options, size, minSize });
}

/** Store on the left, badge on the right. */
export function topLine({ storeName, badge }: ImageInput, style: ImageStyle, width: number): Block {
  const { palette, unitPx } = style;
  const right = pill(
    text(badge ?? '', style, 38, { fill: palette.onAccent, maxWidth: width * 0.3, maxLines: 1 }),
    palette.accent,
  );
  const gap = right.width > 0 ? 24 * unitPx : 0;
  const left = text(storeName, style, 46, {
    fill: palette.onDeep,
    maxWidth: width - right.width - gap,
    maxLines: 1,
  });
  const between = { width: width - left.width - right.width, height: 0, items: [] };
  return row([left, between, right], 0);
}

/** Headline and subtitle. */
export function headline(input: ImageInput, style: ImageStyle, width: number): Block {
  const { palette, unitPx, scale } = style;
  const title = text(input.title, style, 140, {
    fill: palette.onDeep,
    maxWidth: width,
    maxLines: 3,
    lineHeight: 1.18,
    balanced: true,
  });
  const subtitle = text(input.subtitle, style, 50, {
    face: 'regular',
    fill: palette.onDeepSoft,
    maxWidth: width,
    balanced: true,
  });
  return stack([title, subtitle], 20 * unitPx * scale);
}

/** Prize and period on a card, with a picture (code or illustration) at its right if that is not empty. */
export function prizeCard(input: ImageInput, style: ImageStyle, width: number, picture: Block): Block {
  const { palette, unitPx, scale } = style;
  const padding = 48 * unitPx * scale;
  const gap = picture.width > 0 ? 36 * unitPx : 0;
  const maxWidth = width - 2 * padding - picture.width - gap;
  const kicker = text(posterWords.prizes, style, 32, { fill: palette.onAccent, maxWidth, maxLines: 1 });
  const prize = text(input.prizeLine, style, 82, {
    fill: palette.deep,
    maxWidth,
    lineHeight: 1.25,
    balanced: true,
  });
  const period = text(input.periodLine, style, 44, {
    face: 'regular',
    fill: palette.ink,
    maxWidth,
    balanced: true,
  });
  const facts = stack([prize, period], 10 * unitPx * scale);
  const words = { ...stack([pill(kicker, palette.accent), facts], 20 * unitPx * scale), width: maxWidth };
  const content = picture.width > 0 ? row([words, picture], gap) : words;
  const radius = 40 * unitPx;
  return card(content, { paddingX: padding, paddingY: padding * 0.85, radius, fill: palette.card, width });
}

/** The code with its call below. */
export function qrColumn(url: string, style: ImageStyle): Block {
  const side = 300 * style.unitPx;
  const fill = style.palette.deep;
  const call = text(posterWords.scan, style, 32, { fill, maxWidth: side, maxLines: 1, centred: true });
  return stack([qrBlock(url, side, 0), call], 0);
}

/** The honest line, in the text column, so that no crop of the picture loses it. */
export function labelLine(label: string | undefined, style: ImageStyle, width: number): Block {
  const { palette, unitPx } = style;
  const line = text(label ?? '', style, 32, {
    fill: palette.onAccent,
    maxWidth: width - 48 * unitPx,
    maxLines: 1,
    centred: true,
  });
  if (line.height === 0) return emptyBlock;
  return card(line, {
    paddingX: 24 * unitPx,
    paddingY: 10 * unitPx,
    radius: 14 * unitPx,
    fill: palette.accent,
  });
}
