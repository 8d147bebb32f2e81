import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrashableStore, createCrashableStore } from '../../testing/crashable-store.js';
import { aCampaign, aCampaignId } from '../../testing/fixtures.js';
import { openSqliteStore } from './open-sqlite-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');
const runId = 'run-1';

let crashable: CrashableStore;
beforeAll(async () => {
  crashable = createCrashableStore();
  const store = await openSqliteStore({ path: crashable.path, now });
  await store.campaigns.add(aCampaign());
  const run = { definition: 'test', version: 1, input: null, subject: 'test', priority: 0 };
  await store.journal.create({ id: runId, ...run });
  await store.close();
});
afterAll(() => crashable.remove());

const numbers = (said: readonly string[], what: string) =>
  said.flatMap((line) => (line.startsWith(`${what} `) ? [Number(line.slice(what.length))] : []));

describe('a process that is killed', () => {
  it('loses nothing it was told was written, and leaves its run to the next one', async () => {
    let from = 1;
    for (const [kill, lines] of [2, 3, 20, 101, 250].entries()) {
      const said = await crashable.start({ runId, campaignId: aCampaignId, from }).killAfter(lines);
      const store = await openSqliteStore({ path: crashable.path, now });
      const steps = await Promise.all(
        numbers(said, 'step').map((no) => store.journal.step(runId, `step-${no}`)),
      );
      const entries = await store.entries.list(aCampaignId);
      const run = await store.journal.find(runId);
      await store.close();

      expect(numbers(said, 'held')).toEqual([kill + 1]);
      expect(steps.map((step) => step?.result)).toEqual(numbers(said, 'step'));
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      const kept = new Set(entries.map(({ id }) => Number.parseInt(id, 16)));
      expect(numbers(said, 'created').filter((no) => !kept.has(no))).toEqual([]);
      expect(run).toMatchObject({ fence: kill + 1, state: 'running' });
      from += lines + 5;
    }
  });

  it('keeps its run from everybody else for as long as it lives', async () => {
    const store = await openSqliteStore({ path: crashable.path, now });
    const writer = crashable.start({ runId, campaignId: aCampaignId, from: 10_000 });
    const attempts: string[] = [];
    const written = writer.killAfter(400);
    const refused = async () => {
      while ((await store.journal.find(runId))?.fence === 5) await new Promise(setImmediate);
      await store.journal.take(runId).catch(({ code }) => attempts.push(code));
    };
    await refused();
    await written;
    const { fence } = await store.journal.take(runId);
    await store.close();

    expect(attempts).toEqual(['STORE_004']);
    expect(fence).toBe(7);
  });
});
