import { type Brief, briefInputSchema } from '../schema/brief.js';
import { parseInput } from '../schema/parse.js';

/** Six channels and a public draw; small, so that it can be played hundreds of times. */
export function aSmallBrief(over: object = {}): Brief {
  const brief = {
    version: 1,
    name: '첫 방문 QR 이벤트',
    store: {
      name: '카페 온도',
      industry: 'cafe',
      region: '서울 마포구',
      phone: '02-1234-5678',
      businessNumber: '123-45-67891',
    },
    objective: 'new_customer',
    budgetKrw: 300_000,
    period: { start: '2026-12-01', end: '2026-12-03' },
    entry: { mechanic: 'lottery', winners: 2, reserves: 1 },
    channels: ['wooridongne_tv', 'ringo_biz', 'genie_tv', 'instagram', 'naver_blog', 'kakao_channel'],
    draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'drand' },
    design: { looks: 1 },
    ...over,
  };
  return parseInput(briefInputSchema, brief, 'brief');
}

/** One channel, and a draw that needs no network. */
export const aLocalBrief = (over: object = {}): Brief =>
  aSmallBrief({
    channels: ['instagram'],
    draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
    ...over,
  });
