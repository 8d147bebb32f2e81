import { type Palette, paletteFor } from '../palette.js';
import { type Block, emptyBlock, place, stack } from '../scene/block.js';
import type { Box, Item, Scene } from '../scene/scene.js';
import { droppedFrom, renderable } from '../text/renderable.js';
import { fitLayout } from './fit-layout.js';
import { defaultEmoji, heroBlock } from './hero.js';
import { type ImageFrame, toImageFrame } from './image-frame.js';
import type { ImageInput } from './image-input.js';
import { headline, type ImageStyle, labelLine, prizeCard, qrColumn, topLine } from './image-sections.js';

interface Layout {
  readonly items: readonly Item[];
  readonly fits: boolean;
  /** Where nothing stands yet. */
  readonly free: Box;
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

/** Design units: free height from which the illustration stands on its own, and its side inside the card. */
const [heroRoom, heroInCard] = [200, 230];

/** Headline above, card below; the illustration in the space between them, or in the card when that is small. */
function layOutColumn(input: ImageInput, frame: ImageFrame, style: ImageStyle): Layout {
  if (input.url !== undefined) {
    return withHero(columnWith(qrColumn(input.url, style), input, frame, style), input, style);
  }
  const plain = columnWith(emptyBlock, input, frame, style);
  if (plain.free.height >= heroRoom * frame.unitPx) return withHero(plain, input, style);
  const hero = heroBlock(input.emoji ?? defaultEmoji, heroInCard * frame.unitPx, style.palette);
  const illustrated = columnWith(hero, input, frame, style);
  return illustrated.fits ? illustrated : plain;
}

function columnWith(picture: Block, input: ImageInput, frame: ImageFrame, style: ImageStyle): Layout {
  const { safe, unitPx, below } = frame;
  const gap = 36 * unitPx;
  const top = stack([topLine(input, style, safe.width), headline(input, style, safe.width)], gap);
  const foot = footOf(input, style, safe.width, picture);
  const end = safe.y + safe.height;
  const spare = safe.height - top.height - foot.height - gap;
  const between = { ...safe, y: safe.y + top.height + gap / 2, height: spare };
  return {
    items: [...place(top, safe.x, safe.y), ...place(foot, safe.x, end - foot.height)],
    fits: spare >= 0,
    free: below > 0 ? { ...safe, y: end, height: below } : between,
  };
}

/** Headline on the left, card on the right. */
function layOutWide(input: ImageInput, { safe, unitPx }: ImageFrame, style: ImageStyle): Layout {
  const gap = 56 * unitPx;
  const leftWidth = (safe.width - gap) * 0.52;
  const rightWidth = safe.width - gap - leftWidth;
  const left = stack([topLine(input, style, leftWidth), headline(input, style, leftWidth)], gap * 0.7);
  const picture = input.url === undefined ? emptyBlock : qrColumn(input.url, style);
  const right = footOf(input, style, rightWidth, picture);
  const spare = safe.height - left.height;
  const rightTop = safe.y + (safe.height - right.height) / 2;
  const layout = {
    items: [...place(left, safe.x, safe.y), ...place(right, safe.x + leftWidth + gap, rightTop)],
    fits: spare >= 0 && right.height <= safe.height,
    free: { ...safe, y: safe.y + left.height + gap / 2, width: leftWidth, height: spare - gap / 2 },
  };
  return withHero(layout, input, style);
}

function footOf(input: ImageInput, style: ImageStyle, width: number, picture: Block): Block {
  const parts = [prizeCard(input, style, width, picture), labelLine(input.label, style, width)];
  return stack(parts, 20 * style.unitPx);
}

/** Adds the illustration at the right of the free space, if there is enough of it. */
function withHero(
  layout: Layout,
  { emoji = defaultEmoji }: ImageInput,
  { palette, unitPx }: ImageStyle,
): Layout {
  const { free } = layout;
  const side = Math.min(free.height * 0.9, 440 * unitPx);
  if (side < 150 * unitPx) return layout;
  const [x, y] = [free.x + free.width - side, free.y + (free.height - side) / 2];
  return { ...layout, items: [...place(heroBlock(emoji, side, palette), x, y), ...layout.items] };
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
