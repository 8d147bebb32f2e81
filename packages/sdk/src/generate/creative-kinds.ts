import type { Channel } from '../schema/primitives.js';

/** One picture to make for a channel. */
export interface PictureKind {
  readonly channel: Channel;
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: 'png' | 'jpeg';
  /** A code to scan belongs on a screen, not on the phone that would scan it. */
  readonly scannable: boolean;
}

const tv = { widthPx: 1920, heightPx: 1080, format: 'png', scannable: true } as const;
const square = { widthPx: 1080, heightPx: 1080, scannable: false } as const;

/**
 * Sizes per channel. Instagram takes JPEG only; 1920×1080 is assumed for KT's screens, which publish no
 * specification; 800×400 is the wide picture of a Kakao channel message. Read 2026-11.
 */
export const pictureKinds: readonly PictureKind[] = [
  { channel: 'instagram', name: 'square', ...square, format: 'jpeg' },
  { channel: 'naver_blog', name: 'square', ...square, format: 'png' },
  { channel: 'kakao_channel', name: 'wide', widthPx: 800, heightPx: 400, format: 'jpeg', scannable: false },
  { channel: 'wooridongne_tv', name: 'screen', ...tv },
  { channel: 'genie_tv', name: 'screen', ...tv },
];
