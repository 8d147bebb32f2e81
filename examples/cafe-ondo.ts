import type { BriefInput } from '@kt-event/sdk';

/** The brief of the examples. */
export const cafeOndo = {
  version: 1,
  name: '첫 방문 QR 이벤트',
  store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
  objective: 'new_customer',
  budgetKrw: 300_000,
  period: { start: '2026-12-01', end: '2026-12-14' },
  entry: { mechanic: 'lottery', winners: 10 },
  channels: ['instagram', 'naver_blog'],
  draw: { at: '2026-12-15T12:00:00+09:00', beacon: 'drand' },
} satisfies BriefInput;
