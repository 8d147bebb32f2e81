import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participate } from '../../participate/participate.js';
import { openPerson } from '../../security/entry-seal.js';
import type { EntryOutcome, EntryRepository } from '../../store/entry-repository.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../entry-desk.js';
import { aCampaign, aCampaignId, anEntryInput } from '../fixtures.js';
import { checkHistory } from './check-history.js';
import type { Aftermath, History, Operation } from './history.js';
import { type Attempt, recordHistory, repeatsOf } from './record-history.js';

type Add = EntryRepository['add'];

const stock = 60;
const people = 100;
const waves = 20;

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
  await desk.openFirstCome(stock);
});
afterEach(() => desk.close());

/** A crowd that sends again, shares phones and mistakes keys, through a store of which one part may be broken. */
async function crowd(add: Add, count = waves * 20): Promise<Operation[]> {
  const deps = desk.depsWith(add);
  const attempts = Array.from({ length: count }, (_, no): Attempt => {
    const person = (no * 7) % people;
    const key = `key-${String(no % 3 === 0 ? no : person).padStart(12, '0')}`;
    return {
      person: `person ${person}`,
      key,
      body: `person ${person}`,
      send: () =>
        participate(
          { slug: aCampaign().slug, entry: anEntryInput({ phone: aPhone(person) }), idempotencyKey: key },
          deps,
        ),
    };
  });
  return recordHistory(
    Array.from({ length: waves }, (_, wave) => attempts.filter((_each, no) => no % waves === wave)),
  );
}

async function aftermathOf(operations: readonly Operation[]): Promise<Aftermath> {
  const { dataKey } = await desk.keyring.of(aCampaignId);
  const phones = new Map(Array.from({ length: people }, (_, no) => [e164(aPhone(no)), `person ${no}`]));
  const kept = await desk.store.entries.list(aCampaignId);
  return {
    entries: kept.map((entry) => ({
      entryId: entry.id,
      person: phones.get(openPerson(entry, dataKey).phone) ?? 'nobody',
      seq: entry.seq,
      couponNo: entry.couponNo,
      receivedAt: entry.receivedAt,
    })),
    stock: { total: stock, remaining: (await desk.store.entries.remainingStock(aCampaignId)) ?? Number.NaN },
    repeats: repeatsOf(operations),
  };
}

const e164 = (phone: string) => `+82${phone.slice(1).replaceAll('-', '')}`;

async function judge(add: Add): Promise<Set<string>> {
  const operations = await crowd(add);
  return broken({ operations, aftermath: await aftermathOf(operations) });
}

const broken = (history: History) => new Set(checkHistory(history).map(({ property }) => property));

const mapCreated = (
  outcomes: readonly EntryOutcome[],
  change: (created: Extract<EntryOutcome, { kind: 'created' }>) => EntryOutcome,
) => outcomes.map((outcome) => (outcome.kind === 'created' ? change(outcome) : outcome));

describe('the checker of histories', () => {
  it('finds nothing in what the store really does', async () => {
    const operations = await crowd((batch) => desk.store.entries.add(batch));
    const kinds = new Set(operations.map(({ answer }) => answer?.kind));

    expect(kinds).toEqual(new Set(['created', 'replayed', 'duplicate', 'sold_out', 'key_reused']));
    expect(checkHistory({ operations, aftermath: await aftermathOf(operations) })).toEqual([]);
  });

  it('catches a store without the unique index on the phone', async () => {
    const found = await judge((batch) =>
      desk.store.entries.add(batch.map((entry) => ({ ...entry, blindIndex: entry.blindIndex + entry.id }))),
    );

    expect(found).toContain('P1');
  });

  it('catches an answer that was given before its commit, which then never came', async () => {
    const before: Aftermath[] = [];
    const operations = await crowd(async (batch) => {
      before.push(await aftermathOf([]));
      return desk.store.entries.add(batch);
    });
    const killed = before.find(({ entries }) => entries.length > 10) as Aftermath;

    expect(broken({ operations, aftermath: killed })).toContain('P2');
  });

  it('catches a stock that is read first and written later', async () => {
    const found = await judge(async (batch) => {
      const left = (await desk.store.entries.remainingStock(aCampaignId)) ?? 0;
      const outcomes = await desk.store.entries.add(batch);
      return mapCreated(outcomes, ({ kind, entry }) => ({
        kind,
        entry: { ...entry, couponNo: stock - left + 1 },
      }));
    });

    expect(found).toContain('P3');
  });

  it('catches a counter of arrivals that begins again after a restart', async () => {
    const found = await judge(async (batch) => {
      const outcomes = await desk.store.entries.add(batch);
      return mapCreated(outcomes, ({ kind, entry }) => ({
        kind,
        entry: { ...entry, seq: ((entry.seq - 1) % 30) + 1 },
      }));
    });

    expect(found).toContain('P4');
  });

  it('catches "sold out" before it is true', async () => {
    const found = await judge(async (batch) => {
      const outcomes = await desk.store.entries.add(batch.slice(1));
      return [{ kind: 'sold_out', stock }, ...outcomes];
    });

    expect(found).toContain('P5');
  });

  it('catches a repeat that is answered anew', async () => {
    const operations = await crowd((batch) => desk.store.entries.add(batch));
    const altered = operations.map((operation) => {
      const { answer } = operation;
      return answer?.kind === 'replayed'
        ? { ...operation, answer: { ...answer, text: `${answer.text} ` } }
        : operation;
    });

    expect(broken({ operations: altered, aftermath: await aftermathOf(operations) })).toContain('P6');
  });

  it('catches an entry after the closing, and a refusal while entries are taken', async () => {
    const operations = await crowd((batch) => desk.store.entries.add(batch));
    const history = { operations, aftermath: await aftermathOf(operations) };
    const last = Math.max(...operations.map(({ invokedMs }) => invokedMs));
    const refused: Operation = {
      person: 'person 1',
      key: 'key-of-the-refused',
      body: 'person 1',
      invokedMs: last + 2,
      returnedMs: last + 3,
      answer: { kind: 'closed' },
    };
    const window = { opensMs: 0, closesMs: last + 10 };

    expect(broken({ ...history, window })).toEqual(new Set());
    expect(broken({ ...history, window: { opensMs: 0, closesMs: 2 } })).toEqual(new Set(['P7']));
    expect(broken({ ...history, operations: [...operations, refused], window })).toEqual(new Set(['P7']));
  });

  it('judges the window as precisely as the clock of the server promises, and no less', async () => {
    const operations = await crowd((batch) => desk.store.entries.add(batch));
    const history = { operations, aftermath: await aftermathOf(operations) };
    const granted = operations.filter(({ answer }) => answer?.kind === 'created');
    const last = Math.max(...granted.map(({ invokedMs }) => invokedMs));
    const closed = (precisionMs: number) =>
      broken({ ...history, window: { opensMs: 0, closesMs: last - 2, precisionMs } });

    expect(closed(3)).toEqual(new Set());
    expect(closed(1)).toEqual(new Set(['P7']));
  });
});
