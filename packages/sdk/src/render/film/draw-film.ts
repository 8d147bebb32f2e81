import { BugError } from '../../errors/index.js';
import type { Block } from '../scene/block.js';
import type { Drawing } from './drawing.js';
import { filmSeconds, filmSizes, framesPerSecond } from './film-format.js';
import type { FilmInput } from './film-input.js';
import type { FilmScene } from './film-scene.js';
import { bandItems, codeScene, openingScenes } from './film-scenes.js';
import { createFilmStyle, type FilmStyle } from './film-style.js';
import { createPainter, looksSame } from './painter.js';
import { spriteMargin, toGround, toSprite } from './sprite.js';
import { type Act, drawAct } from './timeline.js';

/** A picture, and for how many frames it stays. */
export interface FilmPicture {
  /** Planes of Y, U and V; painted over by the next picture. */
  readonly yuv: Uint8Array;
  readonly frames: number;
}

/** When each scene begins, s. The code stays for five seconds: time to take a phone out and to hold it up. */
const openings = [0, 3.6, 6.8] as const;
const codeSecond = 9.6;

const toFrame = (second: number): number => Math.round(second * framesPerSecond);

export const openingFrames = toFrame(codeSecond);
export const endingFrames = toFrame(filmSeconds) - openingFrames;

/** The pictures of a film until its code comes: the same whatever the code leads to. @throws {@link UserError} `USER_022` */
export function* drawOpening(input: FilmInput): Generator<FilmPicture> {
  const style = createFilmStyle(input);
  const acts = openingScenes(input, style).map((scene) => () => toAct(scene, style));
  const starts = openings.map(toFrame);
  yield* drawActs({ acts, starts, end: openingFrames }, style);
}

/** The end of a film, over the last scene of the opening. @throws {@link UserError} `USER_022` */
export function* drawEnding(input: FilmInput, url: string): Generator<FilmPicture> {
  const style = createFilmStyle(input);
  const last = openingScenes(input, style).slice(-1);
  const acts = [...last, codeScene(input, url, style)].map((scene) => () => toAct(scene, style));
  const starts = [-Infinity, openingFrames];
  yield* drawActs({ acts, starts, end: openingFrames + endingFrames }, style);
}

interface Play {
  readonly acts: (() => Act)[];
  /** First frame of each act. */
  readonly starts: readonly number[];
  readonly end: number;
}

/** The frames of a play from the first act's start that is known, each run of equal ones once. */
function* drawActs({ acts, starts, end }: Play, style: Omit<FilmStyle, 'scale'>): Generator<FilmPicture> {
  const play = { actAt: lastTwo(acts), starts, end };
  const painter = createPainter(filmSizes[style.shape]);
  const label = toLabel(style);
  const momentAt = (frame: number) => [...drawMoment(play, frame, style), ...label];
  let frame = play.starts.find(Number.isFinite) ?? 0;
  let moment = momentAt(frame);
  while (frame < play.end) {
    const first = frame;
    const shown = moment;
    do {
      frame += 1;
      moment = momentAt(frame);
    } while (frame < play.end && looksSame(shown, moment));
    yield { yuv: painter.paint(shown), frames: frame - first };
  }
}

/** The scene of a moment over what it has not covered yet. */
function drawMoment(
  { actAt, starts }: Omit<Play, 'acts'> & { readonly actAt: (index: number) => Act },
  frame: number,
  { shape }: Pick<FilmStyle, 'shape'>,
): Drawing[] {
  const direction = shape === 'tall' ? 'up' : 'left';
  const index = starts.findLastIndex((start) => start <= frame);
  return [index - 1, index]
    .filter((at) => at >= 0)
    .flatMap((at) => drawAct(actAt(at), frame - (starts[at] ?? 0), direction, at > 0));
}

function toAct({ ground, layers }: FilmScene, { shape, palette }: Omit<FilmStyle, 'scale'>): Act {
  const { widthPx, heightPx } = filmSizes[shape];
  const thick = Math.round(Math.min(widthPx, heightPx) / 30);
  const [width, height] = shape === 'tall' ? [widthPx, thick] : [thick, heightPx];
  return {
    ground: toGround(ground, widthPx, heightPx),
    band: toGround(bandItems(palette, width, height), width, height),
    actors: layers.map(({ block, ...layer }) => ({ ...layer, sprite: toSprite(block) })),
  };
}

function toLabel({ label }: Omit<FilmStyle, 'scale'>): Drawing[] {
  if (isNothing(label.block)) return [];
  const sprite = toSprite(label.block);
  const [x, y] = [Math.round(label.x) - spriteMargin, Math.round(label.y) - spriteMargin];
  return [
    {
      sprite,
      x,
      y,
      alpha: 255,
      clip: { left: x, top: y, right: x + sprite.width, bottom: y + sprite.height },
    },
  ];
}

/** Rasterised when its time has come, and let go when two others have followed: an act holds some 15 MB. */
function lastTwo(acts: Play['acts']): (index: number) => Act {
  const kept = new Map<number, Act>();
  return (index) => {
    const act = kept.get(index) ?? acts[index]?.();
    if (!act) throw new BugError('BUG_001', { reason: 'a film has no such act' });
    kept.delete(index - 2);
    kept.set(index, act);
    return act;
  };
}

const isNothing = ({ items }: Block): boolean => items.length === 0;
