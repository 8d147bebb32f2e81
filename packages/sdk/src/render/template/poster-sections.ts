import type { Palette } from '../palette.js';
import { type Block, card, emptyBlock, pill, place, row, stack } from '../scene/block.js';
import { qrBlock } from '../scene/qr-block.js';
import type { Item } from '../scene/scene.js';
import { type TextBlockOptions, textBlock } from '../scene/text-block.js';
import { scales, smallestScale } from './fit-layout.js';
import type { PosterInput } from './poster-input.js';
import { posterWords } from './poster-words.js';

export const mmPerPoint = 25.4 / 72;

/** Outer side of the QR card, quiet zone included: the code itself is about 60 mm. */
const qrSideMm = 74;

/** Corner of cards. */
const radius = 6;

/** Column of the names on the prize card. */
const labelWidth = 19;

/** How one poster is being set: its colours, its text scale and the width of its column in millimetres. */
interface PosterStyle {
  readonly palette: Palette;
  readonly scale: number;
  readonly width: number;
}

/** Text by its point size. Small print stops shrinking at 8 pt, the least that prints well. */
function text(
  value: string,
  { scale }: PosterStyle,
  points: number,
  options: Partial<TextBlockOptions>,
): Block {
  const floor = Math.min(points, 8) * mmPerPoint;
  const size = Math.max(points * mmPerPoint * scale, floor);
  const minSize = Math.max(size * 0.7, floor);
  return textBlock(value, {
    face: 'regular',
    fill: '#000000',
    maxWidth: 0,
    maxLines: 2,
    ...options,
    size,
    minSize,
  });
}

/** Store, headline and subtitle, on the deep ground. A headline never goes below 30 pt. */
export function headline(input: PosterInput, style: PosterStyle): Block {
  const { palette, width, scale } = style;
  const store = text(input.storeName, style, 19, {
    face: 'bold',
    fill: palette.onAccent,
    maxWidth: width - 14,
  });
  const title = textBlock(input.title, {
    face: 'bold',
    fill: palette.onDeep,
    maxWidth: width,
    size: 70 * mmPerPoint * Math.max(scale, 30 / 70),
    minSize: 30 * mmPerPoint,
    maxLines: 3,
    lineHeight: 1.16,
    balanced: true,
  });
  const subtitle = text(input.subtitle ?? '', style, 21, {
    fill: palette.onDeepSoft,
    maxWidth: width,
    balanced: true,
  });
  return stack([stack([pill(store, palette.accent), title], 8 * scale), subtitle], 4 * scale);
}

/** What there is to win, until when, and how many win. */
export function prizeCard(input: PosterInput, style: PosterStyle): Block {
  const { palette, width, scale } = style;
  const [paddingX, paddingY] = [10, 8 * scale];
  const inner = { ...style, width: width - 2 * paddingX };
  const prizes = input.prizeLines.map((line) =>
    text(line, style, 34, {
      face: 'bold',
      fill: palette.deep,
      maxWidth: inner.width - labelWidth,
      maxLines: input.prizeLines.length > 2 ? 1 : 2,
      lineHeight: 1.3,
    }),
  );
  const facts = [
    fact(posterWords.period, input.periodLine, inner),
    fact(posterWords.odds, input.oddsLine, inner),
  ];
  const rule: Block = {
    width: inner.width,
    height: 0.4,
    items: [
      { kind: 'rect', box: { x: 0, y: 0, width: inner.width, height: 0.4 }, radius: 0, fill: palette.line },
    ],
  };
  const content = stack(
    [labelled(posterWords.prizes, stack(prizes, 1), inner, 34), rule, stack(facts, 1.5 * scale)],
    4.5 * scale,
  );
  return cardEdge(card(content, { paddingX, paddingY, radius, fill: palette.card, width }), palette);
}

/** A card with the shade of its lower edge, so that it stands off the paper. */
function cardEdge(face: Block, { line }: Palette): Block {
  const { width, height } = face;
  const shade: Item = { kind: 'rect', box: { x: 0, y: 1, width, height }, radius, fill: line };
  return { ...face, items: [shade, ...face.items] };
}

function fact(name: string, value: string | undefined, style: PosterStyle): Block {
  if (!value) return emptyBlock;
  const { palette, width } = style;
  const line = text(value, style, 17, {
    face: 'bold',
    fill: palette.ink,
    maxWidth: width - labelWidth,
    maxLines: 1,
  });
  return labelled(name, line, style, 17);
}

/** A name in the left column, level with the first line of its value. */
function labelled(name: string, value: Block, style: PosterStyle, points: number): Block {
  if (value.height === 0) return emptyBlock;
  const label = text(name, style, 14, { fill: style.palette.muted, maxWidth: labelWidth - 2, maxLines: 1 });
  const firstLine = points * mmPerPoint * style.scale * 1.3;
  const top = Math.max(0, (Math.min(firstLine, value.height) - label.height) / 2);
  return {
    width: style.width,
    height: value.height,
    items: [...place(label, 0, top), ...place(value, labelWidth, 0)],
  };
}

/** The code, and beside it the call, the steps and the address in letters, as large as the code's height allows. */
export function qrSection(input: PosterInput, style: PosterStyle): Block {
  const gap = 10;
  const width = style.width - qrSideMm - gap;
  const scale =
    scales.find((scale) => entryWords(input, { ...style, scale, width }).height <= qrSideMm) ?? smallestScale;
  const code = cardEdge(qrBlock(input.url, qrSideMm, radius), style.palette);
  return row([code, entryWords(input, { ...style, scale, width })], gap);
}

function entryWords(input: PosterInput, style: PosterStyle): Block {
  const { palette, width, scale } = style;
  const line = (value: string, points: number, fill: string) =>
    text(value, style, points, { face: 'bold', fill, maxWidth: width, maxLines: 1 });
  const steps = input.howTo.map((step, index) => numbered(index + 1, step, style));
  const hint = text(posterWords.address, style, 11, { fill: palette.muted, maxWidth: width });
  const address = stack([hint, line(input.shortUrl, 16, palette.ink)], 0.5);
  const call = line(posterWords.howTo, 27, palette.deep);
  return stack([call, stack(steps, 2.5 * scale), address], 6 * scale);
}

function numbered(number: number, step: string, style: PosterStyle): Block {
  const { palette, scale, width } = style;
  const side = 7.5 * scale;
  const digit = text(String(number), style, 13, {
    face: 'bold',
    fill: palette.onDeep,
    maxWidth: side,
    maxLines: 1,
    centred: true,
    lineHeight: 1,
  });
  const disc = card(digit, {
    paddingX: 0,
    paddingY: (side - digit.height) / 2,
    radius: side / 2,
    fill: palette.deep,
  });
  const words = text(step, style, 15, {
    fill: palette.ink,
    maxWidth: width - side - 4,
    maxLines: 3,
    lineHeight: 1.3,
  });
  return words.height === 0 ? emptyBlock : row([disc, words], 4);
}

/** Small print: never below 8 pt. */
export function notices(input: PosterInput, style: PosterStyle): Block {
  const { palette, width, scale } = style;
  const lines = input.notices.map((notice) => {
    const dot = text('·', style, 9.5, { fill: palette.muted, maxWidth: 4 });
    const words = text(notice, style, 9.5, { fill: palette.muted, maxWidth: width - 4, maxLines: 3 });
    const items = [...place(dot, 0, 0), ...place(words, 3, 0)];
    return words.height === 0 ? emptyBlock : { width, height: words.height, items };
  });
  const list = stack(lines, 0.4 * scale);
  const heading = text(posterWords.notices, style, 11, {
    face: 'bold',
    fill: palette.ink,
    maxWidth: width,
  });
  return list.height === 0 ? emptyBlock : stack([heading, list], 1);
}
