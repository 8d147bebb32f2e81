import type { Channel } from '../../schema/primitives.js';
import type { Price } from '../price.js';

export type KtChannelName = Extract<Channel, 'wooridongne_tv' | 'ringo_biz' | 'genie_tv'>;

export interface KtChannel {
  /** Name on the wire, assumed. */
  readonly wireName: string;
  /** What the channel shows or plays, assumed. A storyboard and a script are made into the spot by KT or its agency. */
  readonly creative: 'image' | 'storyboard' | 'script';
  readonly needsRegion: boolean;
  /** One month of thirty days, the smallest booking. */
  readonly monthKrw: Price;
}

/** No price list of KT is public: the prices are those of comparable local media, to plan with; the offer decides. */
export const ktChannels: Readonly<Record<KtChannelName, KtChannel>> = {
  wooridongne_tv: {
    wireName: 'WOORIDONGNE_TV',
    creative: 'image',
    needsRegion: true,
    monthKrw: {
      value: 100_000,
      source: '[M] local elevator TV packages, 100,000 to 500,000 KRW a month',
      date: '2026-11',
    },
  },
  genie_tv: {
    wireName: 'GENIE_TV_AD',
    creative: 'storyboard',
    needsRegion: true,
    monthKrw: {
      value: 100_000,
      source: '[A] taken as local TV packages; no public price of local IPTV spots was found',
      date: '2026-11',
    },
  },
  ringo_biz: {
    wireName: 'RINGO_BIZ',
    creative: 'script',
    needsRegion: false,
    monthKrw: {
      value: 3_000,
      source: '[M] business ring-back tone, 3,000 to 15,000 KRW a month and line, recording apart',
      date: '2026-11',
    },
  },
};
