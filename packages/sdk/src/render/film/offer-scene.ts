import { type Block, emptyBlock, pill } from '../scene/block.js';
import { heroBlock } from '../template/hero.js';
import { type Arranged, arrange, lineWidth } from './arrange.js';
import { clipBoxes } from './clip-box.js';
import { readableOpacity, type Veil } from './clip-veil.js';
import { deepGround } from './film-ground.js';
import type { FilmInput } from './film-input.js';
import type { Layer } from './film-scene.js';
import { type FilmStyle, filmText, heroSide } from './film-style.js';

/** The first scene is coming in already: its first frame may be all that is seen. */
const atOnce = -8;
/** The first thing that is seen: what there is to win or to get, over a clip where there is one. */
export function offerScene(input: FilmInput, style: FilmStyle): Arranged {
  if (input.clip) return clipScene(input, input.clip.mark, style);
  const { palette } = style;
  const picture = heroBlock(input.emoji, heroSide(style), palette);
  const fills = { fill: palette.onDeep, soft: palette.onDeepSoft };
  const lines = offerLines(input, style, { ...fills, maxWidth: lineWidth(style, picture.width) });
  return arrange(
    { ground: deepGround(style), lines, first: 1, picture, decoration: true, after: atOnce },
    style,
  );
}

interface Setting {
  readonly fill: string;
  /** Of what is said more quietly. */
  readonly soft: string;
  readonly maxWidth: number;
}

function offerLines(
  { storeName, badge, offer, title }: FilmInput,
  style: FilmStyle,
  { fill, soft, maxWidth }: Setting,
): Block[] {
  const { palette } = style;
  return [
    filmText(storeName, style, 56, { fill, maxWidth, maxLines: 1 }),
    filmText(offer, style, 148, { face: 'black', fill, maxWidth, maxLines: 3, lineHeight: 1.2 }),
    filmText(title, style, 62, { face: 'regular', fill: soft, maxWidth }),
    pill(
      filmText(badge, style, 52, { fill: palette.onAccent, maxWidth: maxWidth * 0.8, maxLines: 1 }),
      palette.accent,
    ),
  ];
}

/** The words over a clip, or beside it; its mark is there from the first frame to the last in which it is seen. */
function clipScene(input: FilmInput, mark: string | undefined, style: FilmStyle): Arranged {
  const { palette, shape, room } = style;
  const box = clipBoxes[shape];
  const { mark: marked, height } = markOf(mark, style);
  const wideEnd = box.x + denseUntil - room.x;
  const setting = {
    fill: palette.card,
    soft: palette.card,
    maxWidth: shape === 'tall' ? room.width : wideEnd,
  };
  const lines = offerLines(input, style, setting);
  const { scene, fits } = arrange(
    { ground: deepGround(style), lines, first: 1, picture: emptyBlock, decoration: true, after: atOnce },
    {
      ...style,
      room: { ...room, y: shape === 'tall' ? room.y + height : room.y, height: room.height - height },
    },
  );
  const [top, bottom] = endsOf(scene.layers);
  const veil = shape === 'tall' ? tallVeil(top, bottom, style) : wideVeil(style);
  return { scene: { ...scene, clip: { box, veil, mark: marked } }, fits };
}

/** Beside the words of a screen: nothing of the clip is seen this far from its edge, and then more and more. */
const denseUntil = 50;
const clearFrom = 400;

function wideVeil({ palette }: FilmStyle): Veil {
  return {
    fill: palette.deep,
    along: 'x',
    stops: [
      [0, 1],
      [denseUntil, 1],
      [clearFrom, 0],
    ],
  };
}

/** Dense enough from the first word to the last, and lighter above and below. */
function tallVeil(top: number, bottom: number, { palette }: FilmStyle): Veil {
  const opacity = readableOpacity(palette.card, palette.ink);
  return {
    fill: palette.ink,
    along: 'y',
    stops: [
      [0, opacity * 0.6],
      [top, opacity],
      [bottom, opacity],
      [bottom + 420, 0.06],
    ],
  };
}

function endsOf(layers: readonly Layer[]): [top: number, bottom: number] {
  const tops = layers.map(({ y }) => y);
  return [Math.min(...tops), Math.max(...layers.map(({ y, block }) => y + block.height))];
}

/** On a ground of its own: over the words, or at the lower end of the clip beside them. */
function markOf(mark = '', { palette, room, frame, shape }: FilmStyle) {
  const line = filmText(mark, { frame, scale: 1 }, 32, {
    fill: palette.ink,
    maxWidth: room.width * (shape === 'tall' ? 0.9 : 0.5),
    maxLines: 1,
    lineHeight: 1.2,
  });
  const block = pill(line, palette.card);
  if (block.height === 0) return { mark: undefined, height: 0 };
  const x = shape === 'tall' ? room.x : room.x + room.width - block.width;
  const y = shape === 'tall' ? room.y : room.y + room.height - block.height;
  return { mark: { block, x, y }, height: block.height + 24 * frame.unitPx };
}
