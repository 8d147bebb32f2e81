import { BugError } from '../../errors/index.js';
import type { Block } from '../scene/block.js';
import type { ClipFrames } from './clip-frames.js';
import { playClip } from './clip-player.js';
import { toVeilSprite } from './clip-veil.js';
import type { Drawing } from './drawing.js';
import { filmSeconds, filmSizes, framesPerSecond } from './film-format.js';
import type { FilmInput } from './film-input.js';
import type { FilmScene } from './film-scene.js';
import { bandItems, codeScene, openingScenes } from './film-scenes.js';
import { createFilmStyle, type FilmStyle } from './film-style.js';
import { createPainter, looksSame } from './painter.js';
import { spriteMargin, toGround, toSprite } from './sprite.js';
import { type Act, drawAct, wipeFrames } from './timeline.js';

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
/** In which something of a clip is seen: until the next scene has covered the first. */
export const clipFrameCount = toFrame(openings[1]) + wipeFrames;

/**
 * The pictures of a film until its code comes: the same whatever the code leads to.
 *
 * @param clip - Where the input says that there is one.
 * @throws {@link UserError} `USER_022`; what `clip` throws
 */
export async function* drawOpening(input: FilmInput, clip?: ClipFrames): AsyncGenerator<FilmPicture> {
  const style = createFilmStyle(input);
  const acts = openingScenes(input, style).map((scene) => () => toActing(scene, style, clip));
  const starts = openings.map(toFrame);
  yield* drawActs({ acts, starts, end: openingFrames }, style);
}

/** The end of a film, over the last scene of the opening. @throws {@link UserError} `USER_022` */
export async function* drawEnding(input: FilmInput, url: string): AsyncGenerator<FilmPicture> {
  const style = createFilmStyle(input);
  const last = openingScenes(input, style).slice(-1);
  const acts = [...last, codeScene(input, url, style)].map((scene) => () => toActing(scene, style));
  const starts = [-Infinity, openingFrames];
  yield* drawActs({ acts, starts, end: openingFrames + endingFrames }, style);
}

/** An act as it is at one of its frames; asked for in the order of frames. */
type Acting = (frame: number) => Promise<Act>;

interface Play {
  readonly acts: (() => Acting)[];
  /** First frame of each act. */
  readonly starts: readonly number[];
  readonly end: number;
}

/** The frames of a play from the first act's start that is known, each run of equal ones once. */
async function* drawActs(
  { acts, starts, end }: Play,
  style: Omit<FilmStyle, 'scale'>,
): AsyncGenerator<FilmPicture> {
  const play = { actAt: lastTwo(acts), starts, end };
  const painter = createPainter(filmSizes[style.shape]);
  const label = toLabel(style);
  const momentAt = async (frame: number) => [...(await drawMoment(play, frame, style)), ...label];
  let frame = play.starts.find(Number.isFinite) ?? 0;
  let moment = await momentAt(frame);
  while (frame < play.end) {
    const first = frame;
    const shown = moment;
    do {
      frame += 1;
      moment = await momentAt(frame);
    } while (frame < play.end && looksSame(shown, moment));
    yield { yuv: painter.paint(shown), frames: frame - first };
  }
}

/** The scene of a moment over what it has not covered yet. */
async function drawMoment(
  { actAt, starts }: Omit<Play, 'acts'> & { readonly actAt: (index: number) => Acting },
  frame: number,
  { shape }: Pick<FilmStyle, 'shape'>,
): Promise<Drawing[]> {
  const direction = shape === 'tall' ? 'up' : 'left';
  const index = starts.findLastIndex((start) => start <= frame);
  const drawings: Drawing[] = [];
  for (const at of [index - 1, index].filter((at) => at >= 0)) {
    const since = frame - (starts[at] ?? 0);
    drawings.push(...drawAct(await actAt(at)(since), since, direction, at > 0));
  }
  return drawings;
}

function toActing(
  { ground, layers, clip }: FilmScene,
  { shape, palette }: Omit<FilmStyle, 'scale'>,
  frames?: ClipFrames,
): Acting {
  const { widthPx, heightPx } = filmSizes[shape];
  const thick = Math.round(Math.min(widthPx, heightPx) / 30);
  const [width, height] = shape === 'tall' ? [widthPx, thick] : [thick, heightPx];
  const still = {
    ground: toGround(ground, widthPx, heightPx),
    band: toGround(bandItems(palette, width, height), width, height),
    actors: layers.map(({ block, ...layer }) => ({ ...layer, sprite: toSprite(block) })),
  };
  if (!clip || !frames) return async () => ({ ...still, backdrop: [] });
  const { x, y, width: clipWidth, height: clipHeight } = clip.box;
  const veil = toVeilSprite(clip.veil, clipWidth, clipHeight);
  const clipAt = playClip(frames, clip.box);
  return async (frame) => ({
    ...still,
    backdrop: [await clipAt(frame), veil].map((sprite) => ({ sprite, x, y })),
  });
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
function lastTwo(acts: Play['acts']): (index: number) => Acting {
  const kept = new Map<number, Acting>();
  return (index) => {
    const act = kept.get(index) ?? acts[index]?.();
    if (!act) throw new BugError('BUG_001', { reason: 'a film has no such act' });
    kept.delete(index - 2);
    kept.set(index, act);
    return act;
  };
}

const isNothing = ({ items }: Block): boolean => items.length === 0;
