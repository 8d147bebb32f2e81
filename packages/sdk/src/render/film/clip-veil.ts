import { contrast, leastContrast, mix } from '../colour/contrast.js';
import type { Sprite } from './sprite.js';

/** A colour over a clip, denser in some places than in others. */
export interface Veil {
  readonly fill: string;
  readonly along: 'x' | 'y';
  /** Pixels from its edge, rising, and how much of the clip it hides there: 0 to 1. Between them it changes gently. */
  readonly stops: readonly (readonly [at: number, opacity: number])[];
}

/** How dense a veil must be for a text to be readable on whatever is behind it: by computing, at least 4.5 : 1. */
export function readableOpacity(text: string, fill: string): number {
  const isReadable = (percent: number) =>
    ['#ffffff', '#000000'].every((back) => contrast(text, mix(back, fill, percent / 100)) >= leastContrast);
  const percent = Array.from({ length: 100 }, (_, index) => index + 1).find(isReadable) ?? 100;
  return percent / 100;
}

/** As pixels, their colour multiplied by their alpha. */
export function toVeilSprite({ fill, along, stops }: Veil, width: number, height: number): Sprite {
  const colour = Number.parseInt(fill.slice(1), 16);
  const length = along === 'x' ? width : height;
  const shades = Array.from({ length }, (_, at) => shadeOf(colour, opacityAt(stops, at)));
  const shadeAt = (x: number, y: number) => shades[along === 'x' ? x : y] ?? 0;
  const pixels = new Uint8Array(width * height * 4);
  const view = new DataView(pixels.buffer);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) view.setUint32((y * width + x) * 4, shadeAt(x, y));
  }
  return { pixels, width, height, opaque: false };
}

/** Red, green, blue and alpha in one number. */
function shadeOf(colour: number, opacity: number): number {
  const alpha = Math.round(opacity * 255);
  const channel = (shift: number) => Math.round((((colour >> shift) & 0xff) * alpha) / 255);
  return ((channel(16) << 24) | (channel(8) << 16) | (channel(0) << 8) | alpha) >>> 0;
}

function opacityAt(stops: Veil['stops'], at: number): number {
  const next = stops.find(([place]) => place > at);
  const last = stops.findLast(([place]) => place <= at);
  if (!next || !last) return (next ?? last)?.[1] ?? 0;
  const way = (at - last[0]) / (next[0] - last[0]);
  return last[1] + (next[1] - last[1]) * way * way * (3 - 2 * way); // no edge where it begins or ends
}
