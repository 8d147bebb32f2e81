import type { Channel } from '../../schema/primitives.js';
import type { Price } from '../price.js';

export type KtChannelName = Extract<Channel, 'wooridongne_tv' | 'ringo_biz' | 'genie_tv'>;

export interface KtChannel {
  /** Name on the wire, assumed. */
  readonly wireName: string;
  /** Name on an order sheet. */
  readonly name: string;
  /** A screen shows a film or a picture; a line plays words. */
  readonly medium: 'screen' | 'line';
  readonly needsRegion: boolean;
  /** Working days from the order to the end of the review. A spot takes three to seven; assumed. */
  readonly reviewDays: number;
  /** One month of thirty days, the smallest booking. */
  readonly monthKrw: Price;
}

/** No price list of KT is public: the prices are those of comparable local media, to plan with; the offer decides. */
export const ktChannels: Readonly<Record<KtChannelName, KtChannel>> = {
  wooridongne_tv: {
    wireName: 'WOORIDONGNE_TV',
    name: '우리동네TV',
    medium: 'screen',
    needsRegion: true,
    reviewDays: 7,
    monthKrw: {
      value: 100_000,
      source: '[M] local elevator TV packages, 100,000 to 500,000 KRW a month',
      date: '2026-11',
    },
  },
  genie_tv: {
    wireName: 'GENIE_TV_AD',
    name: '지니TV',
    medium: 'screen',
    needsRegion: true,
    reviewDays: 7,
    monthKrw: {
      value: 100_000,
      source: '[A] taken as local TV packages; no public price of local IPTV spots was found',
      date: '2026-11',
    },
  },
  ringo_biz: {
    wireName: 'RINGO_BIZ',
    name: '링고비즈 통화연결음',
    medium: 'line',
    needsRegion: false,
    reviewDays: 1,
    monthKrw: {
      value: 3_000,
      source: '[M] business ring-back tone, 3,000 to 15,000 KRW a month and line, recording apart',
      date: '2026-11',
    },
  },
};

/** By the day, though it is booked by the month: what the campaign must plan with. */
export function ktPriceKrw(
  channel: KtChannelName,
  { start, end }: { readonly start: string; readonly end: string },
) {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1; // first and last day included
  return Math.ceil((ktChannels[channel].monthKrw.value * days) / 30);
}
