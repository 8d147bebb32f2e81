import type { Box } from '../scene/scene.js';
import type { Template } from './template-schema.js';

/** Where a picture is seen: it decides what apps and frames cover, and how small text may be. */
type Use = 'feed' | 'reel' | 'preview' | 'screen' | 'print';

export interface Format {
  readonly use: Use;
  /** Pixels; millimetres in print. */
  readonly width: number;
  readonly height: number;
}

/** Where a picture of some size may hold text, and how large its text is. */
export interface Frame extends Format {
  readonly layout: keyof Template['layouts'];
  readonly safe: Box;
  /** What apps may cover at the bottom: for decoration only. Without height elsewhere. */
  readonly below: Box;
  /** A thousandth of the safe area's short side: the unit of templates. */
  readonly unit: number;
  /** No text is smaller. */
  readonly minText: number;
  /** Outer side of a QR code, quiet zone and all. */
  readonly leastQr: number;
  readonly bleed: number;
}

/** Shares of the width and of the height to keep clear. */
interface Margins {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

const even = (share: number): Margins => ({ side: share, top: share, bottom: share });
/** Instagram: a reel's controls cover the bottom 35 %, a story's head the top 14 %, 65 px at the sides. Read 2026-11-20 (S32). */
const reelMargins: Margins = { side: 65 / 1080, top: 0.14, bottom: 0.35 };
/** Screens on walls: 5 % clear all round, text a twentieth of the height. Practice, no source [M]. */
const marginsOf = { feed: even(0.065), reel: reelMargins, preview: even(0.05), screen: even(0.05) } as const;
const textOf = { feed: 1 / 38, reel: 1 / 38, preview: 1 / 24, screen: 1 / 20 } as const;

/** Print: 3 mm of bleed, 5 mm and more clear inside the cut, nothing under 8 pt. [M] */
const print = { bleed: 3, leastClear: 5, clear: 0.045, minText: (8 * 25.4) / 72 } as const;
/** The code itself is then 25 mm, or 180 px on a screen a metre away: a fifth is quiet zone. [R] */
const leastQr = { print: 32, screen: 230 } as const;
/** Paper narrower than this lies on a table: it is read from near and holds less. */
const smallestPosterMm = 180;
/** Less than this share of the height under the safe area is an edge, not a place. */
const leastBelow = 0.15;
const portrait = 1.6;
const landscape = 1.3;

export function frameOf(format: Format): Frame {
  return format.use === 'print' ? printFrame(format) : screenFrame(format, format.use);
}

function printFrame(format: Format): Frame {
  const { width, height } = format;
  const clear = Math.max(print.leastClear, print.clear * width);
  const safe = inside(format, clear, clear, clear);
  const below = { x: 0, y: height, width, height: 0 };
  const unit = Math.min(safe.width, safe.height) / 1_000;
  const layout = Math.min(width, height) < smallestPosterMm ? 'tent' : 'poster';
  return {
    ...format,
    layout,
    safe,
    below,
    unit,
    minText: print.minText,
    leastQr: leastQr.print,
    bleed: print.bleed,
  };
}

type ScreenUse = Exclude<Use, 'print'>;

function screenFrame(format: Format, use: ScreenUse): Frame {
  const { width, height } = format;
  const margins = marginsOf[use];
  const short = Math.min(width, height);
  const length = use === 'reel' ? height : short;
  const safe = inside(format, margins.side * short, margins.top * length, margins.bottom * length);
  const end = safe.y + safe.height;
  const below = { x: 0, y: end, width, height: height - end < height * leastBelow ? 0 : height - end };
  const unit = Math.min(safe.width, safe.height) / 1_000;
  const layout = layoutOf(width / height);
  const minText = short * textOf[use];
  return { ...format, layout, safe, below, unit, minText, leastQr: leastQr.screen, bleed: 0 };
}

function layoutOf(ratio: number): Frame['layout'] {
  if (ratio >= landscape) return 'wide';
  return ratio <= 1 / portrait ? 'story' : 'feed';
}

function inside({ width, height }: Format, side: number, top: number, bottom: number): Box {
  return { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
}
