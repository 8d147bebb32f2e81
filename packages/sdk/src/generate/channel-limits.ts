import type { Channel } from '../schema/primitives.js';

/**
 * Most characters and hashtags of one channel. Sources: Meta (META-004), Kakao's dealers, the blog editor; read
 * 2026-11-20. KT publishes none: assumed, with a spoken text of well under a minute.
 */
export const channelLimits: Readonly<Record<Channel, { readonly text: number; readonly hashtags: number }>> =
  {
    instagram: { text: 2_100, hashtags: 5 }, // 2,200 with the hashtags below the text
    naver_blog: { text: 10_000, hashtags: 30 },
    kakao_channel: { text: 1_300, hashtags: 0 },
    wooridongne_tv: { text: 400, hashtags: 0 },
    genie_tv: { text: 400, hashtags: 0 },
    ringo_biz: { text: 400, hashtags: 0 },
  };
