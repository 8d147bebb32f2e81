import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKtEvent } from './client.js';
import type { KtEvent } from './kt-event.js';
import { briefInputSchema } from './schema/brief.js';
import type { Receipt } from './schema/entry.js';
import { parseInput } from './schema/parse.js';
import { quickMakers } from './testing/quick-makers.js';

const stock = 3;
const openedAt = '2026-12-01T00:00:00+09:00';

const brief = parseInput(
  briefInputSchema,
  {
    version: 1,
    name: '선착순 쿠폰',
    store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 300_000,
    period: { start: '2026-12-01', end: '2026-12-03' },
    entry: { mechanic: 'first_come', stock, rushSeconds: 10 },
    draw: { at: '2026-12-01T00:20:00+09:00', beacon: 'operator' },
    channels: ['instagram'],
  },
  'brief',
);

describe('a lottery among those of the first seconds', () => {
  let root: string;
  let ktEvent: KtEvent;
  let now: Date;
  let campaign: { readonly id: string; readonly slug: string };

  const goTo = async (instant: string) => {
    now = new Date(instant);
    await ktEvent.advance(campaign.id);
  };
  const enter = async (no: number, at: string): Promise<Receipt> => {
    now = new Date(at);
    const phone = `010-7700-${String(no).padStart(4, '0')}`;
    const person = { name: `손님${no}`, phone, consent: true, overFourteen: true } as const;
    return (await ktEvent.participate(campaign.slug, person)).receipt;
  };
  const placesOf = (receipts: readonly Receipt[]) =>
    Promise.all(receipts.map(async ({ entryId }) => (await ktEvent.rushPlace(campaign.id, entryId))?.state));

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kt-event-rush-'));
    now = new Date('2026-11-24T10:00:00+09:00');
    ktEvent = await createKtEvent({
      ...quickMakers(),
      folder: join(root, 'data'),
      output: join(root, 'out'),
      now: () => now,
      sleep: async () => undefined,
    });
    campaign = await ktEvent.create(brief);
    const planned = await ktEvent.advance(campaign.id, { until: 'plan' });
    await ktEvent.approve(campaign.id, { contentHash: ktEvent.contentHash(planned.campaign), by: 'owner' });
    await ktEvent.advance(campaign.id);
    await goTo(openedAt);
  });
  afterEach(async () => {
    await ktEvent.close();
    await rm(root, { recursive: true });
  });

  it('draws where more came than there are pieces, provably, and gives exactly these', async () => {
    const receipts: Receipt[] = [];
    for (let no = 1; no <= 5; no += 1) receipts.push(await enter(no, '2026-12-01T00:00:09.999+09:00'));
    await expect(enter(6, '2026-12-01T00:00:10+09:00')).rejects.toMatchObject({ code: 'USER_006' });
    await goTo('2026-12-01T00:01:10+09:00');
    const waiting = await placesOf(receipts);
    const committed = await ktEvent.draw(campaign.id);
    await goTo('2026-12-01T00:20:00+09:00');
    const draw = await ktEvent.draw(campaign.id);
    const places = await placesOf(receipts);

    expect(new Set(waiting)).toEqual(new Set(['waiting']));
    expect(committed?.commitment.commitment).toMatchObject({
      entries: 5,
      prizes: [{ id: 'coupon', qty: stock }],
      reserves: 0,
    });
    expect(ktEvent.verify(draw?.transcript)).toMatchObject({ valid: true, level: 'operator' });
    expect(places.filter((state) => state === 'won')).toHaveLength(stock);
    expect(places.filter((state) => state === 'lost')).toHaveLength(2);
    const coupons = await ktEvent.coupons(campaign.id);
    const drawn = draw?.transcript?.results.map(({ entry_id: id }) => id) ?? [];
    const winners = await Promise.all(
      receipts.map(async ({ entryId }) => ({
        entryId,
        place: await ktEvent.rushPlace(campaign.id, entryId),
      })),
    );
    expect(coupons.map(({ couponNo, state }) => [couponNo, state])).toEqual(
      [1, 2, 3].map((no) => [no, 'held']),
    );
    expect(
      winners
        .flatMap(({ entryId, place }) => (place?.state === 'won' ? [[place.couponNo, entryId] as const] : []))
        .sort(([a], [b]) => a - b),
    ).toEqual(drawn.map((id, index) => [index + 1, id]));
  });

  it('gives a coupon to all where fewer came, and the rest in order, at once', async () => {
    const early = await enter(1, '2026-12-01T00:00:01+09:00');
    const second = await enter(2, '2026-12-01T00:00:30+09:00');
    await goTo('2026-12-01T00:01:10+09:00');
    const third = await enter(3, '2026-12-01T00:05:00+09:00');

    expect([early.couponNo, second.couponNo, third.couponNo]).toEqual([undefined, 2, 3]);
    expect(await ktEvent.rushPlace(campaign.id, early.entryId)).toEqual({ state: 'won', couponNo: 1 });
    expect(await ktEvent.draw(campaign.id)).toBeUndefined();
    await goTo('2026-12-04T00:01:00+09:00');
    const { report } = await ktEvent.status(campaign.id);
    expect(report?.figures.length).toBeGreaterThan(0);
  });

  it('has nothing to do where nobody came in the first seconds', async () => {
    await goTo('2026-12-01T00:01:10+09:00');
    const { couponNo } = await enter(1, '2026-12-01T00:02:00+09:00');

    expect(couponNo).toBe(1);
    expect(await ktEvent.couponStock(campaign.id)).toMatchObject({ remaining: 2, setAside: 0 });
  });
});
