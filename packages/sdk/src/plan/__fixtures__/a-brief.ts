import { type Brief, type BriefInput, briefInputSchema } from '../../schema/brief.js';
import { parseInput } from '../../schema/parse.js';

/** A café that draws ten prizes before Christmas, on every channel. */
const exampleInput: BriefInput = {
  version: 1,
  name: '겨울 행운 이벤트',
  store: {
    name: '카페 온도',
    industry: 'cafe',
    region: '서울 마포구',
    phone: '02-1234-5678',
    businessNumber: '123-45-67891',
  },
  objective: 'new_customer',
  budgetKrw: 300_000,
  period: { start: '2026-12-01', end: '2026-12-14' },
  entry: { mechanic: 'lottery', winners: 10, reserves: 3, visitBonus: 2 },
  channels: ['wooridongne_tv', 'ringo_biz', 'genie_tv', 'instagram', 'naver_blog', 'kakao_channel'],
  draw: { at: '2026-12-15T12:00:00+09:00', beacon: 'drand' },
};

export function aBrief(change: Partial<BriefInput> = {}): Brief {
  return parseInput(briefInputSchema, { ...exampleInput, ...change }, 'brief');
}

/** The same café handing out coupons to the first who come. */
export function aFirstComeBrief(change: Partial<BriefInput> = {}): Brief {
  const { draw: _, ...input } = exampleInput;
  const entry = { mechanic: 'first_come' as const, stock: 50 };
  return parseInput(briefInputSchema, { ...input, entry, ...change }, 'brief');
}
