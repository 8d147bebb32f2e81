import type { Item } from '../scene/scene.js';
import { filmSizes } from './film-format.js';
import type { FilmStyle } from './film-style.js';

type Style = Pick<FilmStyle, 'shape' | 'palette'>;

export function deepGround(style: Style): Item[] {
  return plainGround(style.palette.deep, style.palette.deepSoft, style);
}

/** One colour, and two discs beyond its corners. */
export function plainGround(fill: string, discs: string, { shape }: Pick<Style, 'shape'>): Item[] {
  const { widthPx, heightPx } = filmSizes[shape];
  const short = Math.min(widthPx, heightPx);
  const disc = (x: number, y: number, side: number): Item => {
    return { kind: 'rect', box: { x, y, width: side, height: side }, radius: side / 2, fill: discs };
  };
  return [
    { kind: 'rect', box: { x: 0, y: 0, width: widthPx, height: heightPx }, radius: 0, fill },
    disc(widthPx - short * 0.62, -short * 0.3, short * 0.95),
    disc(-short * 0.3, heightPx - short * 0.55, short * 0.8),
  ];
}
