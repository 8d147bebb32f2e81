import { describe, expect, it } from 'vitest';
import type { RateObservation } from '../schema/rate.js';
import { taughtRange } from './combine.js';

const figures = {
  campaignCorrelation: { value: 0.02 },
  leastPeerStores: { value: 5 },
  priorStores: { value: 5 },
};
const prior = { low: 4, mid: 10, high: 20 };
const question = { rate: 'entry', of: 'qr_form' } as const;

const seen = (successes: number, trials: number, over: Partial<RateObservation> = {}): RateObservation => ({
  ...question,
  successes,
  trials,
  trialsAre: 'counted',
  ...over,
});
const store = (no: number, ...rates: RateObservation[]) => ({ storeKey: `s${no}`, rates });
const stores = (count: number, share: number) =>
  Array.from({ length: count }, (_, no) => store(no, seen(share * 1_000, 1_000)));

describe('what a store and its trade teach', () => {
  it('says nothing before anything was seen', () => {
    expect(taughtRange(prior, question, { own: [], peers: [] }, figures)).toBeUndefined();
    expect(
      taughtRange(prior, question, { own: [seen(5, 10, { of: 'visit_code' })], peers: [] }, figures),
    ).toBeUndefined();
  });

  it('says what it rests on', () => {
    const taught = taughtRange(prior, question, { own: [seen(50, 300), seen(70, 300)], peers: [] }, figures);

    expect(taught).toMatchObject({ own: { successes: 120, trials: 600, campaigns: 2 }, peerStores: 0 });
    expect(taught?.mid).toBeGreaterThan(14);
    expect(taught?.mid).toBeLessThan(20);
  });

  it('pools no fewer than five stores, and each speaks once', () => {
    const asked = (peers: ReturnType<typeof stores>) =>
      taughtRange(prior, question, { own: [], peers }, figures);

    expect(asked(stores(4, 0.3))).toBeUndefined();
    expect(asked([...stores(4, 0.3), store(0, seen(900, 1_000))])).toBeUndefined();
    expect(asked(stores(5, 0.3))).toMatchObject({ mid: expect.closeTo(20, 0), peerStores: 5 });
  });

  it('keeps the width that says how much stores differ', () => {
    const pooled = taughtRange(prior, question, { own: [], peers: stores(50, 0.1) }, figures);

    expect((pooled?.high ?? 0) - (pooled?.low ?? 0)).toBeGreaterThan(10);
  });

  it('sees a pooling that forgets who asked whom: the own campaigns of a store count in full', () => {
    const own = taughtRange(prior, question, { own: [seen(300, 1_000)], peers: [] }, figures);
    const asPeer = taughtRange(prior, question, { own: [], peers: stores(5, 0.3) }, figures);

    expect((own?.high ?? 0) - (own?.low ?? 0)).toBeLessThan(((asPeer?.high ?? 0) - (asPeer?.low ?? 0)) * 0.9);
  });
});
