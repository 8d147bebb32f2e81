import type { ConceptId } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import type { Tier } from './media-mix.js';

/** What figures call things. Figures are in Korean, as the sources are. */
export const channelNames: Readonly<Record<Channel, string>> = {
  wooridongne_tv: '우리동네TV',
  ringo_biz: '링고비즈',
  genie_tv: '지니TV',
  instagram: '인스타그램',
  naver_blog: '네이버 블로그',
  kakao_channel: '카카오톡 채널',
};

export const conceptNames: Readonly<Record<ConceptId, string>> = {
  safe: '안정형',
  balanced: '균형형',
  bold: '도전형',
};

/** Between a pessimist and an optimist. */
export const tierWords: Readonly<Record<Tier, string>> = { low: '낮음', mid: '중간', high: '높음' };
