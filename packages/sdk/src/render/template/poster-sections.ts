import type { Palette } from '../palette.js';
import { type Block, card, emptyBlock, pill, place, row, stack } from '../scene/block.js';
import { qrBlock } from '../scene/qr-block.js';
import { type TextBlockOptions, textBlock } from '../scene/text-block.js';
import type { PosterInput } from './poster-input.js';
import { posterWords } from './poster-words.js';

export const mmPerPoint = 25.4 / 72;

/** Outer side of the QR card, quiet zone included: the code itself is about 60 mm. */
const qrSideMm = 74;

/** How one poster is being set: its colours, its text scale and the width of its column in millimetres. */
export interface PosterStyle {
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
    weight: 'regular',
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
    weight: 'bold',
    fill: palette.onAccent,
    maxWidth: width - 14,
  });
  const title = textBlock(input.title, {
    weight: 'bold',
    fill: palette.onDeep,
    maxWidth: width,
    size: 70 * mmPerPoint * Math.max(scale, 30 / 70),
    minSize: 30 * mmPerPoint,
    maxLines: 3,
    lineHeight: 1.2,
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
  const [paddingX, paddingY, radius] = [10, 8 * scale, 6];
  const inner = { ...style, width: width - 2 * paddingX };
  const prizes = input.prizeLines.map((line) =>
    text(line, style, 34, {
      weight: 'bold',
      fill: palette.deep,
      maxWidth: inner.width - 26,
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
  const face = card(content, { paddingX, paddingY, radius, fill: palette.card, width });
  const edge = card({ ...face, items: [] }, { paddingX: 0, paddingY: 0, radius, fill: palette.line });
  return { ...face, items: [...place(edge, 0, 1), ...face.items] };
}

function fact(name: string, value: string | undefined, style: PosterStyle): Block {
  if (!value) return emptyBlock;
  const { palette, width } = style;
  const line = text(value, style, 17, {
    weight: 'bold',
    fill: palette.ink,
    maxWidth: width - 26,
    maxLines: 1,
  });
  return labelled(name, line, style, 17);
}

/** A name in the left column, level with the first line of its value. */
function labelled(name: string, value: Block, style: PosterStyle, points: number): Block {
  if (value.height === 0) return emptyBlock;
  const label = text(name, style, 14, { fill: style.palette.muted, maxWidth: 24, maxLines: 1 });
  const firstLine = points * mmPerPoint * style.scale * 1.3;
  const top = Math.max(0, (Math.min(firstLine, value.height) - label.height) / 2);
  return {
    width: style.width,
    height: value.height,
    items: [...place(label, 0, top), ...place(value, 26, 0)],
  };
}

/** The code, and beside it the call, the steps and the address in letters. */
export function qrSection(input: PosterInput, style: PosterStyle): Block {
  const { palette, width, scale } = style;
  const gap = 10;
  const beside = { ...style, width: width - qrSideMm - gap };
  const call = text(posterWords.howTo, style, 27, {
    weight: 'bold',
    fill: palette.deep,
    maxWidth: beside.width,
    maxLines: 1,
  });
  const steps = input.howTo.map((step, index) => numbered(index + 1, step, beside));
  const hint = text(posterWords.address, style, 11, { fill: palette.muted, maxWidth: beside.width });
  const address = text(input.shortUrl, style, 16, {
    weight: 'bold',
    fill: palette.ink,
    maxWidth: beside.width,
    maxLines: 1,
  });
  const words = stack([call, stack(steps, 2.5 * scale), stack([hint, address], 0.5)], 6 * scale);
  return row([qrBlock(input.url, qrSideMm, 6), words], gap);
}

function numbered(number: number, step: string, style: PosterStyle): Block {
  const { palette, scale, width } = style;
  const side = 7.5 * scale;
  const digit = text(String(number), style, 13, {
    weight: 'bold',
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
    weight: 'bold',
    fill: palette.ink,
    maxWidth: width,
  });
  return list.height === 0 ? emptyBlock : stack([heading, list], 1);
}
