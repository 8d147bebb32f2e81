import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participate } from '../../participate/participate.js';
import { openPerson } from '../../security/entry-seal.js';
import type { EntryRepository } from '../../store/entry-repository.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../entry-desk.js';
import { aCampaign, aCampaignId, aFirstComeBrief, anEntryInput, anInstant } from '../fixtures.js';
import { createSeededRandom } from '../seeded-random.js';
import { checkHistory } from './check-history.js';
import type { Aftermath, Operation } from './history.js';
import { type Attempt, recordHistory, repeatsOf } from './record-history.js';

type Add = EntryRepository['add'];

const openedMs = Date.parse(anInstant);
const rushMs = 10_000;
const rushUntil = new Date(openedMs + rushMs).toISOString();
const later = new Date(openedMs + 900_000).toISOString();
const waves = 20;

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
});
afterEach(() => desk.close());

/** Half of the waves come in the first seconds. Some send again, some share a phone. */
async function crowd(people: number, add: Add): Promise<Operation[]> {
  const deps = desk.depsWith(add);
  const attempts = Array.from({ length: waves * 20 }, (_, no): Attempt => {
    const person = (no * 7) % people;
    const key = `key-${String(no % 3 === 0 ? no : person).padStart(12, '0')}`;
    const entry = anEntryInput({ phone: aPhone(person) });
    return {
      person: `person ${person}`,
      key,
      body: `person ${person}`,
      send() {
        desk.setTime(openedMs + Math.floor(no / 20) * 1_000);
        return participate({ slug: aCampaign().slug, entry, idempotencyKey: key }, deps);
      },
    };
  });
  return recordHistory(Array.from({ length: waves }, (_, wave) => attempts.slice(wave * 20, wave * 20 + 20)));
}

/** Lots are drawn as the workflow draws them: in an order that nobody knew, among those without a coupon. */
async function drawLots(): Promise<void> {
  const random = createSeededRandom(7);
  await desk.store.rush.end(aCampaignId);
  const lines = await desk.store.entryPages.byId(aCampaignId, { after: undefined, limit: 1_000 });
  const entryIds = lines.map(({ id }) => id).sort(() => random() - 0.5);
  await desk.store.rush.give(aCampaignId, { entryIds, at: later });
}

async function aftermathOf(total: number, operations: readonly Operation[]): Promise<Aftermath> {
  const { dataKey } = await desk.keyring.of(aCampaignId);
  const phones = new Map(
    Array.from({ length: 200 }, (_, no) => [`+82${aPhone(no).slice(1).replaceAll('-', '')}`, `person ${no}`]),
  );
  const coupons = new Map(
    (await desk.store.coupons.list(aCampaignId)).map(({ entryId, couponNo }) => [entryId, couponNo]),
  );
  const kept = await desk.store.entries.list(aCampaignId);
  return {
    entries: kept.map((entry) => ({
      entryId: entry.id,
      person: phones.get(openPerson(entry, dataKey).phone) ?? 'nobody',
      seq: entry.seq,
      couponNo: entry.couponNo,
      wonNo: entry.couponNo === undefined ? coupons.get(entry.id) : undefined,
      receivedAt: entry.receivedAt,
    })),
    stock: {
      total,
      remaining: (await desk.store.entries.remainingStock(aCampaignId)) ?? Number.NaN,
      rushUntil,
    },
    repeats: repeatsOf(operations),
  };
}

interface Play {
  readonly stock: number;
  readonly people: number;
  readonly add?: Add;
}

async function play({ stock, people, add = (batch) => desk.store.entries.add(batch) }: Play) {
  await desk.open({ brief: aFirstComeBrief(stock) });
  await desk.store.entries.openStock(aCampaignId, stock, rushUntil);
  const operations = await crowd(people, add);
  await drawLots();
  return { operations, aftermath: await aftermathOf(stock, operations) };
}

const broken = (history: Awaited<ReturnType<typeof play>>) =>
  new Set(checkHistory(history).map(({ property, what }) => `${property}: ${what}`));

describe('the stock, with a lottery among those of the first seconds', () => {
  it.each([
    ['more of them than pieces', { stock: 30, people: 199 }],
    ['fewer of them than pieces, and the rest goes to the first who come after', { stock: 150, people: 199 }],
    ['enough for everybody', { stock: 120, people: 100 }],
  ])('is exact: %s', async (_, options) => {
    const history = await play(options);
    const won = history.aftermath.entries.filter(({ wonNo }) => wonNo !== undefined);

    expect(broken(history)).toEqual(new Set());
    expect(won.length).toBeGreaterThan(0);
  });

  it('would be noticed if the fast were served before the lottery', async () => {
    const add: Add = (batch) =>
      desk.store.entries.add(batch.map((entry) => ({ ...entry, receivedAt: later })));
    const history = await play({ stock: 30, people: 199, add });
    const entries = history.aftermath.entries.map((entry) => ({ ...entry, receivedAt: anInstant }));

    expect([...broken({ ...history, aftermath: { ...history.aftermath, entries } })]).toContain(
      'P3: entry 1 of the first seconds was served at once',
    );
  });

  it('would be noticed if a number were won that somebody had', async () => {
    const history = await play({ stock: 150, people: 199 });
    const entries = history.aftermath.entries.map((entry) =>
      entry.wonNo === 1 ? { ...entry, wonNo: 150 } : entry,
    );

    expect([...broken({ ...history, aftermath: { ...history.aftermath, entries } })]).toEqual([
      expect.stringMatching(/^P3: the coupon numbers are not 1 to/),
    ]);
  });
});
