import type { Creative } from '../schema/creative.js';

/** A clip that a model painted, and the words that say so. */
export interface PaintedClip {
  readonly mp4: Uint8Array;
  /** Undefined where the store has put on record why there is none. */
  readonly aiLabel: string | undefined;
  readonly mode: Creative['mode'];
  /** Provider and model: `runway/gen4.5`. */
  readonly madeBy: string;
}

/** What came of asking a model for the clip of a campaign. */
export interface Clipping {
  readonly painted?: PaintedClip;
  readonly unpainted?: Creative['unpainted'];
}
