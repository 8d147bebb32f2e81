import type { Scheme } from '../colour/scheme.js';
import type { Ground } from '../colour/tone.js';
import type { Face } from '../fonts.js';
import type { Picture } from '../scene/scene.js';
import type { Align, TemplateNode } from './template-schema.js';
import type { Words } from './words.js';

/** Names of emoji drawings, most telling first. */
export interface Motifs {
  /** Of the trade: at least two. */
  readonly trade: readonly string[];
  /** Of the season; of the trade where there is none. */
  readonly season: readonly string[];
}

/** How one piece of a design is being set. */
export interface Setting {
  readonly scheme: Scheme;
  /** What it stands on. */
  readonly ground: Ground;
  readonly words: Words;
  readonly motifs: Motifs;
  readonly logo: Picture | undefined;
  /** Of the QR code. */
  readonly url: string | undefined;
  readonly display: Face;
  readonly parts: Readonly<Record<string, TemplateNode>>;
  readonly unit: number;
  readonly minText: number;
  readonly leastQr: number;
  /** Of texts and gaps: below 1 where there is much to say. */
  readonly scale: number;
  /** Without the optional pieces. */
  readonly sparse: boolean;
  readonly width: number;
  readonly align: Align;
}
