import { join } from 'node:path';
import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { EffectState, Hold, Journal } from '../../runs/journal.js';
import { anEffectIntent } from '../../testing/fixtures.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { loadDriver } from './driver.js';
import { openSqliteStore } from './open-sqlite-store.js';

const folder = temporaryFolders();
const capKrw = 1_000;
const keys = ['a', 'b', 'c', 'd'] as const;
const outcomes: readonly Exclude<EffectState, 'intent'>[] = [
  'acked',
  'rejected',
  'not_sent',
  'in_doubt',
  'parked',
];

const action = fc.record({
  key: fc.constantFrom(...keys),
  what: fc.constantFrom('intend' as const, 'settle' as const, 'resolve' as const),
  krw: fc.integer({ min: 0, max: 700 }),
  outcome: fc.constantFrom(...outcomes),
  happened: fc.boolean(),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

async function act(
  journal: Journal,
  hold: Hold,
  { key, what, krw, outcome, happened }: Action,
): Promise<void> {
  if (what === 'intend') await journal.intend(hold, anEffectIntent({ key, reservedKrw: krw, capKrw }));
  if (what === 'settle') await journal.settle(hold, { key, state: outcome });
  if (what === 'resolve') await journal.resolve(`${hold.runId}/${key}`, happened);
}

async function openHeld() {
  const path = join(folder(), 'budget.db');
  const store = await openSqliteStore({ path, now: () => new Date('2026-12-01T00:00:00Z') });
  await store.journal.create({
    id: 'run-1',
    definition: 'test',
    version: 1,
    input: {},
    subject: 'test',
    priority: 0,
  });
  const { id: runId, fence } = await store.journal.take('run-1');
  return { path, store, hold: { runId, fence } };
}

describe('the budget of a run', () => {
  it.prop([fc.array(action, { maxLength: 40 })], { numRuns: 25 })(
    'is never passed, whatever is intended, settled and decided in whatever order',
    async (actions) => {
      const { path, store, hold } = await openHeld();
      for (const one of actions) {
        // a refusal is one of the ways
        await act(store.journal, hold, one).catch(() => undefined);
        const effects = await store.journal.effects({ runId: 'run-1' });
        const sumKrw = effects.reduce(
          (sum, { reservedKrw, settledKrw }) => sum + reservedKrw + settledKrw,
          0,
        );
        expect(sumKrw).toBeLessThanOrEqual(capKrw);
        expect(committedOf(path)).toBe(sumKrw);
      }
      await store.close();
    },
  );

  it('is kept by the table itself, against a writer that does not look', async () => {
    const { path, store, hold } = await openHeld();
    await store.journal.intend(hold, anEffectIntent({ key: 'a', reservedKrw: 900, capKrw }));
    await store.close();

    const raw = new (loadDriver())(path);
    expect(() => raw.exec(`update "run" set "committedKrw" = "committedKrw" + 101`)).toThrow(/CHECK/);
    raw.close();
  });
});

function committedOf(path: string): number {
  const raw = new (loadDriver())(path, { readonly: true });
  const row: unknown = raw.prepare('select "committedKrw" as sum from "run"').get();
  raw.close();
  return typeof row === 'object' && row !== null && 'sum' in row ? Number(row.sum) : Number.NaN;
}
