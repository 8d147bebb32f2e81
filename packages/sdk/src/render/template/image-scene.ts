import { type Palette, paletteFor } from '../palette.js';
import { type Block, place, stack } from '../scene/block.js';
import type { Box, Item, Scene } from '../scene/scene.js';
import { droppedFrom, renderable } from '../text/renderable.js';
import { fitLayout } from './fit-layout.js';
import { defaultEmoji, heroItems } from './hero.js';
import { type ImageFrame, toImageFrame } from './image-frame.js';
import type { ImageInput } from './image-input.js';
import { headline, type ImageStyle, labelLine, prizeCard, topLine } from './image-sections.js';

interface Layout {
  readonly items: readonly Item[];
  readonly fits: boolean;
}

/**
 * Lays a social picture out for any size. `dropped` of the result names the characters that could not be drawn.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function createImageScene(input: ImageInput): Scene {
  const { widthPx, heightPx, ...texts } = input;
  const palette = input.palette ?? paletteFor(input.storeName);
  const frame = toImageFrame(widthPx, heightPx);
  const layOut = frame.shape === 'wide' ? layOutWide : layOutColumn;
  const { items } = fitLayout(
    `${widthPx}×${heightPx} image`,
    (scale) => layOut(input, frame, { palette, scale, ...frame }),
    ({ fits }) => fits,
  );
  return {
    unit: 'px',
    width: widthPx,
    height: heightPx,
    bleed: 0,
    safe: frame.safe,
    title: renderable(`${input.storeName} ${input.title}`).text,
    items: [...ground(palette, widthPx, heightPx), ...items],
    dropped: droppedFrom(textsOf(texts)),
  };
}

/** Headline above, card below, the illustration in the space between them. */
function layOutColumn(input: ImageInput, { safe, unitPx }: ImageFrame, style: ImageStyle): Layout {
  const gap = 36 * unitPx;
  const top = stack([topLine(input, style, safe.width), headline(input, style, safe.width)], gap);
  const foot = footOf(input, style, safe.width);
  const spare = safe.height - top.height - foot.height - gap;
  const footTop = safe.y + safe.height - foot.height;
  const between = { x: safe.x, y: safe.y + top.height + gap / 2, width: safe.width, height: spare };
  return {
    fits: spare >= 0,
    items: [
      ...heroBetween(input, between, style),
      ...place(top, safe.x, safe.y),
      ...place(foot, safe.x, footTop),
    ],
  };
}

/** Headline on the left, card on the right. */
function layOutWide(input: ImageInput, { safe, unitPx }: ImageFrame, style: ImageStyle): Layout {
  const gap = 56 * unitPx;
  const leftWidth = (safe.width - gap) * 0.52;
  const rightWidth = safe.width - gap - leftWidth;
  const left = stack([topLine(input, style, leftWidth), headline(input, style, leftWidth)], gap * 0.7);
  const right = footOf(input, style, rightWidth);
  const spare = safe.height - left.height - gap / 2;
  const below = { x: safe.x, y: safe.y + left.height + gap / 2, width: leftWidth, height: spare };
  return {
    fits: spare >= -gap / 2 && right.height <= safe.height,
    items: [
      ...heroBetween(input, below, style),
      ...place(left, safe.x, safe.y),
      ...place(right, safe.x + leftWidth + gap, safe.y + (safe.height - right.height) / 2),
    ],
  };
}

function footOf(input: ImageInput, style: ImageStyle, width: number): Block {
  return stack([prizeCard(input, style, width), labelLine(input.label, style, width)], 20 * style.unitPx);
}

/** The illustration, at the right of the free space; none when there is too little of it. */
function heroBetween(
  { emoji = defaultEmoji }: ImageInput,
  space: Box,
  { palette, unitPx }: ImageStyle,
): Item[] {
  const side = Math.min(space.height, 420 * unitPx);
  if (side < 150 * unitPx) return [];
  const y = space.y + (space.height - side) / 2;
  return heroItems(emoji, space.x + space.width - side, y, side, palette);
}

function ground({ deep, deepSoft }: Palette, width: number, height: number): Item[] {
  const short = Math.min(width, height);
  const disc = (x: number, y: number, side: number): Item => ({
    kind: 'rect',
    box: { x, y, width: side, height: side },
    radius: side / 2,
    fill: deepSoft,
  });
  return [
    { kind: 'rect', box: { x: 0, y: 0, width, height }, radius: 0, fill: deep },
    disc(width - short * 0.62, -short * 0.3, short * 0.95),
    disc(-short * 0.3, height - short * 0.55, short * 0.8),
  ];
}

function textsOf({ url, palette, ...texts }: Omit<ImageInput, 'widthPx' | 'heightPx'>): string[] {
  return Object.values(texts);
}
