import type { Rect } from './rect.js';
import type { Sprite } from './sprite.js';

/** A sprite in its place. */
export interface Drawing {
  readonly sprite: Sprite;
  readonly x: number;
  readonly y: number;
  /** 0 to 255. */
  readonly alpha: number;
  /** Nothing is seen outside. */
  readonly clip: Rect;
}
