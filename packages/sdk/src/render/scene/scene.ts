import type { Face } from '../fonts.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RectItem {
  readonly kind: 'rect';
  readonly box: Box;
  /** Corner radius; half the side gives a circle. */
  readonly radius: number;
  readonly fill: string;
}

/** A filled outline: `d` is scaled, then moved to (x, y). */
export interface PathItem {
  readonly kind: 'path';
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string;
  readonly evenOdd?: boolean;
  readonly opacity?: number;
}

/** One stretch of one line, from its left end; `width` is what it was measured to take. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  readonly face: Face;
  readonly fill: string;
}

/** A photograph or a logo, made to fill its box or to lie wholly inside it. */
export interface PictureItem {
  readonly kind: 'picture';
  readonly box: Box;
  readonly radius: number;
  readonly fit: 'cover' | 'contain';
  readonly picture: Picture;
}

/** The bytes of a PNG or JPEG file. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A page of its own on the sheet, cut at its edges; turned where it is read from the other side. */
export interface PanelItem {
  readonly kind: 'panel';
  /** What is seen of it. Absent: it is not cut, for others cover what runs over its edges. */
  readonly clip?: Box;
  readonly x: number;
  readonly y: number;
  /** By half a turn: (x, y) is then the corner its right bottom corner has otherwise. */
  readonly turned: boolean;
  readonly items: readonly Item[];
}

export type Item = RectItem | PathItem | TextItem | PictureItem | PanelItem;

/** A finished picture as data, back to front. Painters turn it into bytes and decide nothing. */
export interface Scene {
  readonly unit: 'px' | 'mm';
  readonly width: number;
  readonly height: number;
  /** How far the background reaches beyond the edges, to be trimmed after printing. */
  readonly bleed: number;
  /** Text stays inside. */
  readonly safe: Box;
  readonly title: string;
  readonly items: readonly Item[];
  /** Visible characters of the input that could not be drawn. */
  readonly dropped: readonly string[];
}
