import type { Box } from '../scene/scene.js';

/** Where a picture of some size may hold text, and how large its text is. */
export interface ImageFrame {
  readonly shape: 'column' | 'wide';
  readonly safe: Box;
  /** Length of one design unit in pixels: the safe area's short side is 936 units. */
  readonly unitPx: number;
  /** Height under the safe area that apps may cover: for decoration only. */
  readonly below: number;
  /** No text is smaller. */
  readonly minTextPx: number;
}

/**
 * Parts of a full-screen vertical picture that reels lay controls over: 14 % above, 35 % below; stories need less.
 * Source: adsuploader.com and imagefactory.co.kr on Instagram reels, read 2026-11.
 */
const appChrome = { top: 0.14, bottom: 0.35 };
/** For a screen on a wall: text a twentieth of the height, 5 % clear on every side. Practice, no source [M]. */
const screenText = 1 / 20;
const screenWidthPx = 1280;
const titleSafe = 0.05;

const designShortSide = 936;
const smallestTextUnits = 28;
/** A link preview is shown smaller than a feed picture: its text needs more of the height. */
const previewText = 1 / 25;

export function toImageFrame(width: number, height: number): ImageFrame {
  if (width / height >= 1.3) return wideFrame(width, height);
  const edge = (Math.min(width, height) * 72) / 1080;
  const vertical = height / width >= 1.7;
  const top = vertical ? height * appChrome.top : edge;
  const bottom = vertical ? height * appChrome.bottom : edge;
  const safe = { x: edge, y: top, width: width - 2 * edge, height: height - top - bottom };
  const unitPx = Math.min(safe.width, safe.height) / designShortSide;
  return {
    shape: 'column',
    safe,
    unitPx,
    below: vertical ? bottom : 0,
    minTextPx: smallestTextUnits * unitPx,
  };
}

function wideFrame(width: number, height: number): ImageFrame {
  const [x, y] = [width * titleSafe, height * titleSafe];
  const safe = { x, y, width: width - 2 * x, height: height - 2 * y };
  return {
    shape: 'wide',
    safe,
    unitPx: safe.height / designShortSide,
    below: 0,
    minTextPx: height * (width >= screenWidthPx ? screenText : previewText),
  };
}
