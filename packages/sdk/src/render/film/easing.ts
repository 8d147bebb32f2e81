/** From 0 to 1 as time goes from 0 to 1. Products only, so that every machine gets the same numbers. */
export type Easing = (time: number) => number;

/** Fast, then gently to its place: for what comes in. */
export const easeOut: Easing = (time) => {
  const left = 1 - time;
  return 1 - left * left * left * left;
};

/** Gathers speed and loses it again: for what crosses the picture. */
export const easeInOut: Easing = (time) => {
  const near = time < 0.5 ? time : 1 - time;
  const way = 4 * near * near * near;
  return time < 0.5 ? way : 1 - way;
};

/** How far along `frames` frames a frame is that comes `frame` frames after the first. */
export function progress(frame: number, frames: number): number {
  return Math.min(1, Math.max(0, frame / frames));
}
