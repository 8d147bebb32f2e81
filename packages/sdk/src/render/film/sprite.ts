import { type Block, place } from '../scene/block.js';
import { rasterisePixels } from '../scene/rasterise.js';
import type { Item } from '../scene/scene.js';

/** Pixels that are moved about. Their colours are multiplied by their alpha. */
export interface Sprite {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Nothing shines through. */
  readonly opaque: boolean;
}

/** Smoothed edges and emoji reach a little beyond their block. */
export const spriteMargin = 6;

/** A block with a margin around it. */
export function toSprite(block: Block): Sprite {
  const width = Math.ceil(block.width) + 2 * spriteMargin;
  const height = Math.ceil(block.height) + 2 * spriteMargin;
  return { ...rasterise(place(block, spriteMargin, spriteMargin), width, height), opaque: false };
}

/** A picture that fills its frame. */
export function toGround(items: readonly Item[], width: number, height: number): Sprite {
  return { ...rasterise(items, width, height), opaque: true };
}

function rasterise(items: readonly Item[], width: number, height: number): Omit<Sprite, 'opaque'> {
  const safe = { x: 0, y: 0, width, height };
  const scene = { unit: 'px', width, height, bleed: 0, safe, title: '', items, dropped: [] } as const;
  return { pixels: rasterisePixels(scene, { widthPx: width, heightPx: height }), width, height };
}
