import { expect, it } from 'vitest';
import type { DealerBatch, KakaoDealer, PersonOutcome } from '../kakao-dealer.js';
import { toPlacement } from './placement.js';

const sentAt = new Date('2026-12-01T12:00:00+09:00');
const minutesLater = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);

/** A dealer that is asked for words alone. */
const dealer: KakaoDealer = {
  provider: 'dealer',
  mode: 'sandbox',
  limits: { recipients: 10, source: 'a test', date: '2026-12-01' },
  price: { value: 20, source: 'a test', date: '2026-12-01' },
  quietMs: 0,
  send: () => Promise.reject(new Error('not asked for')),
  find: () => Promise.reject(new Error('not asked for')),
  results: () => Promise.reject(new Error('not asked for')),
  reasonOf: (code) => ({ ko: `이유 ${code}`, en: `reason ${code}` }),
};

const aBatch = (outcomes: readonly PersonOutcome[], over: Partial<DealerBatch> = {}): DealerBatch => ({
  batchId: 'b-1',
  total: outcomes.length,
  sentAt,
  outcomes,
  ...over,
});

const delivered: PersonOutcome = { state: 'delivered' };
const pending: PersonOutcome = { state: 'pending' };
const failed = (code: string): PersonOutcome => ({ state: 'failed', code });

it('waits ten minutes for whom the list does not name, then counts them as refused', () => {
  const batch = aBatch([delivered], { total: 3 });

  expect(toPlacement(batch, dealer, minutesLater(9))).toMatchObject({
    state: 'submitted',
    delivery: { accepted: 3, delivered: 1, failed: 0, pending: 2 },
  });
  expect(toPlacement(batch, dealer, minutesLater(10))).toMatchObject({
    state: 'published',
    delivery: { accepted: 1, delivered: 1, failed: 2, pending: 0 },
  });
});

it('gives nobody up while the dealer does not tell when it was sent', () => {
  const batch = aBatch([pending], { sentAt: undefined });

  expect(toPlacement(batch, dealer, minutesLater(1_000_000))).toMatchObject({ state: 'submitted' });
});

it('names the three commonest reasons when nobody was reached, in both languages', () => {
  const codes = ['a', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd', 'd'];
  const { reason = '' } = toPlacement(aBatch(codes.map(failed)), dealer, sentAt);

  expect(reason.split('; ')).toEqual([
    '이유 d (d, 4명) / reason d (d, 4 people)',
    '이유 c (c, 3명) / reason c (c, 3 people)',
    '이유 b (b, 2명) / reason b (b, 2 people)',
  ]);
});

it('says nothing of reasons when somebody was reached and nobody given up', () => {
  expect(toPlacement(aBatch([delivered, failed('x')]), dealer, sentAt)).toEqual({
    externalId: 'b-1',
    state: 'published',
    delivery: { accepted: 2, delivered: 1, failed: 1, pending: 0 },
  });
});
