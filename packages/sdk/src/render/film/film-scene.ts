import type { Block } from '../scene/block.js';
import type { Box, Item } from '../scene/scene.js';
import type { Veil } from './clip-veil.js';

/** How a piece of a scene comes in. `reveal`: out of a slit below it, as a line of type; `float`: up, and fading in. */
type Entrance = 'reveal' | 'float';

/** A piece of a scene that moves as one. */
export interface Layer {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly entrance: Entrance;
  /** Frames after its scene has begun. */
  readonly after: number;
}

/** Says what a clip is, over everything, from the first to the last frame in which something of it is seen. */
type Mark = Pick<Layer, 'block' | 'x' | 'y'>;

/** One thought of a film. It comes in over the one before, and stays until the next covers it. */
export interface FilmScene {
  readonly ground: readonly Item[];
  /** Moves over the ground, behind the layers. */
  readonly clip?: { readonly box: Box; readonly veil: Veil; readonly mark: Mark | undefined };
  readonly layers: readonly Layer[];
}
