import type { Drawing } from './drawing.js';
import { easeInOut, easeOut, progress } from './easing.js';
import { intersect, type Rect } from './rect.js';
import { type Sprite, spriteMargin } from './sprite.js';

/** A piece of a scene as it is moved. */
interface Actor {
  readonly sprite: Sprite;
  readonly x: number;
  readonly y: number;
  readonly entrance: 'reveal' | 'float';
  /** Frames after its scene has begun. */
  readonly after: number;
}

export interface Act {
  readonly ground: Sprite;
  /** Over the ground and behind the actors, in this order. */
  readonly backdrop: readonly Pick<Drawing, 'sprite' | 'x' | 'y'>[];
  readonly band: Sprite;
  readonly actors: readonly Actor[];
  /** Over everything, and over the act that covers this one. */
  readonly over: readonly Drawing[];
}

/** Frames that a piece takes to come in, and how far it floats. */
const entranceFrames = 20;
const floatPx = 90;
/** Frames in which one scene covers another, band and all. */
export const wipeFrames = 20;

/**
 * The pictures of one moment, back to front: the scene, `frame` frames after it began, over what it covers.
 *
 * @param direction - Whether it comes from below or from the right.
 */
export function drawAct(act: Act, frame: number, direction: 'up' | 'left', covers: boolean): Drawing[] {
  const whole = { left: 0, top: 0, right: act.ground.width, bottom: act.ground.height };
  if (!covers) return [...grounds(act, whole), ...draw(act, frame, whole)];
  const { band, region } = wipe(act, progress(frame + 1, wipeFrames), direction);
  return [...band, ...grounds(act, region), ...draw(act, frame, region)];
}

function grounds({ ground, backdrop }: Act, clip: Rect): Drawing[] {
  return [{ sprite: ground, x: 0, y: 0 }, ...backdrop].map((one) => ({ ...one, alpha: 255, clip }));
}

/** How much of the frame a scene has covered, and the band that runs before it. */
function wipe({ ground, band }: Act, time: number, direction: 'up' | 'left') {
  const { width, height } = ground;
  const whole: Rect = { left: 0, top: 0, right: width, bottom: height };
  const length = direction === 'up' ? height : width;
  const thick = direction === 'up' ? band.height : band.width;
  const edge = Math.round((length + thick) * (1 - easeInOut(time))) - thick;
  const from = Math.max(0, edge + thick);
  const region = direction === 'up' ? { ...whole, top: from } : { ...whole, left: from };
  const at = direction === 'up' ? { x: 0, y: edge } : { x: edge, y: 0 };
  return { region, band: time < 1 ? [{ sprite: band, ...at, alpha: 255, clip: whole }] : [] };
}

function draw({ actors }: Act, frame: number, region: Rect): Drawing[] {
  return actors.flatMap(({ sprite, x, y, entrance, after }) => {
    if (frame < after) return [];
    const time = progress(frame - after + 1, entranceFrames);
    const left = Math.round(x) - spriteMargin;
    const top = Math.round(y) - spriteMargin;
    const away = Math.round((entrance === 'reveal' ? sprite.height : floatPx) * (1 - easeOut(time)));
    const alpha =
      entrance === 'reveal' ? 255 : Math.round(255 * progress(frame - after + 1, entranceFrames / 2));
    const slit = { left, top, right: left + sprite.width, bottom: top + sprite.height };
    const clip = entrance === 'reveal' ? intersect(region, slit) : region;
    return [{ sprite, x: left, y: top + away, alpha, clip }];
  });
}
