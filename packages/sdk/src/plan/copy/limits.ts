import type { Channel } from '../../schema/primitives.js';

/** Most characters (UTF-16) and tags a channel takes. Sources read 2026-11-20; what is our own choice says so. */
interface CopyLimit {
  readonly title: number;
  readonly body: number;
  readonly hashtags: number;
}

export const copyLimits: Readonly<Record<Channel, CopyLimit>> = {
  /** Caption from memory; five tags since 2025-12-18. */
  instagram: { title: 40, body: 2_200, hashtags: 5 },
  /** Title from memory; body and tags are our own choice. */
  naver_blog: { title: 40, body: 3_000, hashtags: 5 },
  /** Brand Message with an image, NHN Cloud documents. The title is our own. */
  kakao_channel: { title: 40, body: 400, hashtags: 0 },
  /** From memory: 20 to 30 seconds of speech. */
  ringo_biz: { title: 40, body: 120, hashtags: 0 },
  /** Our own choice: read from a sofa in 15 seconds. */
  wooridongne_tv: { title: 20, body: 110, hashtags: 0 },
  genie_tv: { title: 20, body: 110, hashtags: 0 },
};
