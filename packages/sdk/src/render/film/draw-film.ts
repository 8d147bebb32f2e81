import { BugError } from '../../errors/index.js';
import type { Block } from '../scene/block.js';
import type { ClipFrames } from './clip-frames.js';
import { playClip } from './clip-player.js';
import { toVeilSprite } from './clip-veil.js';
import type { Drawing } from './drawing.js';
import { filmSeconds, filmSizes, framesPerSecond } from './film-format.js';
import type { FilmInput, FilmShape } from './film-input.js';
import type { FilmScene, Layer } from './film-scene.js';
import { bandItems, codeScene, openingScenes } from './film-scenes.js';
import { createFilmStyle, type FilmStyle } from './film-style.js';
import { createPainter, looksSame, type Painter } from './painter.js';
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

/** A film that is being drawn, for each address that it may lead to: `opening` first, then one `ending` after the other. */
export interface FilmDrawing {
  /** The pictures until the code comes: the same whatever the code leads to. @throws what `clip` throws */
  opening(clip?: ClipFrames): AsyncGenerator<FilmPicture>;
  /** The end, over the last scene of the opening. @throws {@link UserError} `USER_022` */
  ending(url: string): AsyncGenerator<FilmPicture>;
}

/** @throws {@link UserError} `USER_022` when the texts fit at no size. */
export function drawFilm(input: FilmInput): FilmDrawing {
  const style = createFilmStyle(input);
  const stage = { shape: style.shape, painter: createPainter(filmSizes[style.shape]), label: toLabel(style) };
  const [first, second, third] = openingScenes(input, style);
  let kept: Acting | undefined;
  const last = () => {
    kept ??= toActing(third, style);
    return kept;
  };
  return {
    opening: (clip) => {
      const acts = [() => toActing(first, style, clip), () => toActing(second, style), last];
      return drawActs({ acts, starts: openings.map(toFrame), end: openingFrames }, stage);
    },
    async *ending(url) {
      const code = codeScene(input, url, style);
      const acts = [last, () => toActing(code, style)];
      yield* drawActs({ acts, starts: [-Infinity, openingFrames], end: openingFrames + endingFrames }, stage);
    },
  };
}

/** An act as it is at one of its frames; asked for in the order of frames. */
type Acting = (frame: number) => Promise<Act>;

interface Play {
  readonly acts: readonly (() => Acting)[];
  /** First frame of each act. */
  readonly starts: readonly number[];
  readonly end: number;
}

interface Stage {
  readonly shape: FilmShape;
  readonly painter: Painter;
  /** Over everything, all the time. */
  readonly label: readonly Drawing[];
}

/** The frames of a play from the first act's start that is known, each run of equal ones once. */
async function* drawActs(
  { acts, starts, end }: Play,
  { shape, painter, label }: Stage,
): AsyncGenerator<FilmPicture> {
  const play = { actAt: lastTwo(acts), starts, end };
  const momentAt = async (frame: number) => [...(await drawMoment(play, frame, shape)), ...label];
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
  shape: FilmShape,
): Promise<Drawing[]> {
  const direction = shape === 'tall' ? 'up' : 'left';
  const index = starts.findLastIndex((start) => start <= frame);
  const drawings: Drawing[] = [];
  const over: Drawing[] = [];
  for (const at of [index - 1, index].filter((at) => at >= 0)) {
    const since = frame - (starts[at] ?? 0);
    const act = await actAt(at)(since);
    drawings.push(...drawAct(act, since, direction, at > 0));
    over.push(...act.over);
  }
  return [...drawings, ...over];
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
  if (!clip || !frames) return async () => ({ ...still, backdrop: [], over: [] });
  const { x, y, width: clipWidth, height: clipHeight } = clip.box;
  const veil = toVeilSprite(clip.veil, clipWidth, clipHeight);
  const clipAt = playClip(frames, clip.box);
  const mark = clip.mark ? [toStill(clip.mark)] : [];
  return async (frame) => ({
    ...still,
    backdrop: [await clipAt(frame), veil].map((sprite) => ({ sprite, x, y })),
    over: frame < clipFrameCount ? mark : [],
  });
}

function toLabel({ label }: Omit<FilmStyle, 'scale'>): Drawing[] {
  return isNothing(label.block) ? [] : [toStill(label)];
}

/** What stands where it stands, whole. */
function toStill({ block, ...at }: Pick<Layer, 'block' | 'x' | 'y'>): Drawing {
  const sprite = toSprite(block);
  const [x, y] = [Math.round(at.x) - spriteMargin, Math.round(at.y) - spriteMargin];
  const clip = { left: x, top: y, right: x + sprite.width, bottom: y + sprite.height };
  return { sprite, x, y, alpha: 255, clip };
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
