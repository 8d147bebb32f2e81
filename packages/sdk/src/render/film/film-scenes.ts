import type { Palette } from '../palette.js';
import { type Block, card, row } from '../scene/block.js';
import { qrBlock } from '../scene/qr-block.js';
import type { Item } from '../scene/scene.js';
import { fitLayout } from '../template/fit-layout.js';
import { heroBlock } from '../template/hero.js';
import { type Arranged, arrange, lineWidth } from './arrange.js';
import { filmSizes } from './film-format.js';
import { deepGround, plainGround } from './film-ground.js';
import type { FilmInput } from './film-input.js';
import type { FilmScene } from './film-scene.js';
import { type FilmStyle, filmText, heroSide } from './film-style.js';
import { filmWords } from './film-words.js';
import { offerScene } from './offer-scene.js';

/** A scene's pieces wait until it is half there. */
const halfWay = 10;

type Style = Omit<FilmStyle, 'scale'>;

/**
 * What is said until the code is shown: the offer, how to take part, and until when.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function openingScenes(input: FilmInput, style: Style): [FilmScene, FilmScene, FilmScene] {
  const scene = (build: typeof offerScene) => fitted((style) => build(input, style), style);
  return [scene(offerScene), scene(stepsScene), scene(periodScene)];
}

/** The end: a code to scan, and what for. @throws {@link UserError} `USER_022` */
export function codeScene(input: FilmInput, url: string, style: Style): FilmScene {
  return fitted((style) => arrangeCode(input, url, style), style);
}

function fitted(build: (style: FilmStyle) => Arranged, style: Style): FilmScene {
  const { widthPx, heightPx } = filmSizes[style.shape];
  const arranged = fitLayout(
    `${widthPx}×${heightPx} film`,
    (scale) => build({ ...style, scale }),
    ({ fits }) => fits,
  );
  return arranged.scene;
}

function stepsScene({ steps }: FilmInput, style: FilmStyle): Arranged {
  const { palette } = style;
  const picture = heroBlock('📱', heroSide(style) * 0.8, palette);
  const maxWidth = lineWidth(style, picture.width);
  const lines = [
    filmText(filmWords.how, style, 108, { fill: palette.deep, maxWidth, maxLines: 1 }),
    ...steps.map((step, index) => stepLine(step, index + 1, maxWidth, style)),
  ];
  const ground = plainGround(palette.paper, palette.card, style);
  return arrange({ ground, lines, picture, decoration: true, after: halfWay }, style);
}

/** A number on a disc, and what to do. */
function stepLine(step: string, number: number, maxWidth: number, style: FilmStyle): Block {
  const { palette, frame } = style;
  const digit = filmText(String(number), style, 54, {
    fill: palette.onDeep,
    maxWidth,
    maxLines: 1,
    lineHeight: 1,
  });
  const side = digit.height * 1.5;
  const padding = { paddingX: (side - digit.width) / 2, paddingY: (side - digit.height) / 2 };
  const disc = card(digit, { ...padding, radius: side / 2, fill: palette.deep });
  const gap = 28 * frame.unitPx;
  return row([disc, filmText(step, style, 74, { fill: palette.ink, maxWidth: maxWidth - side - gap })], gap);
}

function periodScene({ periodLine, afterLine, storeName }: FilmInput, style: FilmStyle): Arranged {
  const { palette } = style;
  const picture = heroBlock('📅', heroSide(style) * 0.8, { ...palette, accent: palette.paper });
  const fill = palette.onAccent;
  const maxWidth = lineWidth(style, picture.width);
  const lines = [
    filmText(filmWords.when, style, 64, { fill, maxWidth, maxLines: 1 }),
    filmText(periodLine, style, 128, { fill, maxWidth, lineHeight: 1.2 }),
    filmText(afterLine, style, 60, { face: 'regular', fill, maxWidth }),
    filmText(storeName, style, 60, { fill, maxWidth, maxLines: 1 }),
  ];
  return arrange(
    {
      ground: plainGround(palette.accent, palette.accent, style),
      lines,
      picture,
      decoration: true,
      after: halfWay,
    },
    style,
  );
}

/** Side of the code with its quiet zone, in design units: a ninth of a picture's area, so that a phone reads it across a room. */
const codeUnits = { wide: 680, tall: 500 } as const;

function arrangeCode({ storeName, offer, shortUrl }: FilmInput, url: string, style: FilmStyle): Arranged {
  const { palette, frame, shape } = style;
  const side = codeUnits[shape] * frame.unitPx;
  const picture = qrBlock(url, side, 28 * frame.unitPx);
  const maxWidth = lineWidth(style, side);
  const lines = [
    filmText(filmWords.scan, style, shape === 'wide' ? 112 : 80, {
      fill: palette.onDeep,
      maxWidth,
      lineHeight: 1.2,
    }),
    filmText(offer, style, 60, { fill: palette.onDeep, maxWidth }),
    filmText(storeName, style, 54, { face: 'regular', fill: palette.onDeepSoft, maxWidth, maxLines: 1 }),
    filmText(shortUrl, style, 36, { face: 'regular', fill: palette.onDeepSoft, maxWidth }),
  ];
  return arrange({ ground: deepGround(style), lines, picture, decoration: false, after: halfWay }, style);
}

/** A band of colour that runs before a scene that comes in. */
export function bandItems({ accent }: Palette, width: number, height: number): Item[] {
  return [{ kind: 'rect', box: { x: 0, y: 0, width, height }, radius: 0, fill: accent }];
}
