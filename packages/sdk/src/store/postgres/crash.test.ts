import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Run } from '../../runs/journal.js';
import { type CrashableStore, createCrashableStore } from '../../testing/crashable-store.js';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { aCampaignId } from '../../testing/fixtures.js';
import { lottery } from '../../testing/store-cases/entry-setup.js';
import { createRun, runId } from '../../testing/store-cases/held-run.js';
import type { Store } from '../store.js';
import { openPostgresStore } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');

describeOnPostgres('a process that is killed', ({ emptied }) => {
  let crashable: CrashableStore;
  beforeAll(() => {
    crashable = createCrashableStore('postgres');
  });
  afterAll(() => crashable.remove());

  it('loses nothing it was told was written, and leaves its run to another machine at once', async () => {
    const url = await emptied();
    const store = await openPostgresStore({ url, now });
    await lottery(store);
    await createRun(store);
    const said: string[] = [];
    for (const [kill, lines] of [3, 60].entries()) {
      const writer = crashable.start({ runId, campaignId: aCampaignId, from: kill * 1_000, url });
      said.push(...(await writer.killAfter(lines)));
      await takeWhenFree(store);
      await store.journal.release(runId);
    }
    const steps = numbers(said, 'step');
    const kept = await Promise.all(steps.map((no) => store.journal.step(runId, `step-${no}`)));
    const entries = await store.entries.list(aCampaignId);
    await store.close();

    expect(numbers(said, 'held')).toEqual([1, 3]);
    expect(kept.map((step) => step?.result)).toEqual(steps);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    const ids = new Set(entries.map(({ id }) => Number.parseInt(id, 16)));
    expect(numbers(said, 'created').filter((no) => !ids.has(no))).toEqual([]);
  });
});

/** The server has to hear of the end first. */
async function takeWhenFree(store: Store): Promise<Run> {
  for (;;) {
    try {
      return await store.journal.take(runId);
    } catch (error) {
      expect(error).toMatchObject({ code: 'STORE_004' });
    }
  }
}

const numbers = (said: readonly string[], what: string) =>
  said.flatMap((line) => (line.startsWith(`${what} `) ? [Number(line.slice(what.length))] : []));
