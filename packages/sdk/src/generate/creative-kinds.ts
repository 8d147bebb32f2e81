import type { Format } from '../render/index.js';
import type { Channel } from '../schema/primitives.js';

/** One picture to make for a channel. */
export interface PictureKind {
  readonly channel: Channel;
  readonly name: string;
  readonly use: Exclude<Format['use'], 'print'>;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: 'png' | 'jpeg';
  /** The largest file the channel takes. */
  readonly mostBytes: number;
  /** Made for use by hand: the channel publishes another. */
  readonly spare: boolean;
}

const [kilobyte, megabyte] = [1_000, 1_000_000];

const feed = { use: 'feed', widthPx: 1_080, spare: false } as const;
const wide = { name: 'screen', use: 'screen', widthPx: 1_920, heightPx: 1_080, format: 'png' } as const;
const tall = { name: 'tall', use: 'screen', widthPx: 1_080, heightPx: 1_920, format: 'png' } as const;
/** Assumed, like all of KT's specification: it publishes none. */
const tv = { mostBytes: 5 * megabyte } as const;
/** Meta's API takes JPEG of 8 MB; story and reel share one picture, clear of what either lays over it (S32). */
const instagram = { channel: 'instagram', format: 'jpeg', mostBytes: 8 * megabyte } as const;

/**
 * Sizes per channel, the published one first. 800×400 and 500 KB suit every Kakao message, the AlimTalk included (S10);
 * blogs crop to a square (S37); a blog takes 10 MB [M]. Read 2026-11-20.
 */
export const pictureKinds: readonly PictureKind[] = [
  { ...instagram, ...feed, name: 'square', heightPx: 1_080 },
  { ...instagram, ...feed, name: 'portrait', heightPx: 1_350, spare: true },
  { ...instagram, name: 'story', use: 'reel', widthPx: 1_080, heightPx: 1_920, spare: true },
  {
    ...feed,
    channel: 'naver_blog',
    name: 'square',
    heightPx: 1_080,
    format: 'png',
    mostBytes: 10 * megabyte,
  },
  {
    channel: 'kakao_channel',
    name: 'wide',
    use: 'preview',
    widthPx: 800,
    heightPx: 400,
    format: 'jpeg',
    mostBytes: 500 * kilobyte,
    spare: false,
  },
  { channel: 'wooridongne_tv', ...wide, ...tv, spare: false },
  { channel: 'wooridongne_tv', ...tall, ...tv, spare: true },
  { channel: 'genie_tv', ...wide, ...tv, spare: false },
  { channel: 'genie_tv', ...tall, ...tv, spare: true },
];

/** One thing to print. A folded one is twice as high as told here. */
export interface PaperKind {
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Twice on its sheet, head to head, to stand on a table. */
  readonly folded?: boolean;
  /** Of the PNG, trimmed size; the PDF has no pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A4 and the stand for the table, A6 on either side, at 300 dots per inch; A3 at 150, to show it; the print shop takes the PDF. */
export const paperKinds: readonly PaperKind[] = [
  { name: 'poster', widthMm: 210, heightMm: 297, widthPx: 2_480, heightPx: 3_508 },
  { name: 'poster-a3', widthMm: 297, heightMm: 420, widthPx: 1_754, heightPx: 2_480 },
  { name: 'tent', widthMm: 105, heightMm: 148, folded: true, widthPx: 1_240, heightPx: 3_496 },
];
