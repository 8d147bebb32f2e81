import { expect, it } from 'vitest';
import { isAuditChain } from '../../draw/audit-chain.js';
import type { CanonicalValue } from '../../draw/jcs.js';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { aCampaignId, anEffectIntent, aSealedEntry } from '../../testing/fixtures.js';
import { runSql } from '../../testing/postgres-server.js';
import { createSeededRandom } from '../../testing/seeded-random.js';
import { couponsOf, firstCome, lottery, range } from '../../testing/store-cases/entry-setup.js';
import { createRun, runId } from '../../testing/store-cases/held-run.js';
import { openPostgresStore } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');

describeOnPostgres('several nodes on one database', ({ emptied }) => {
  /** Processes as the database sees them: each has connections of its own. */
  async function openNodes() {
    const url = await emptied();
    const open = () => openPostgresStore({ url, now });
    const [one, two, three, four] = await Promise.all([open(), open(), open(), open()]);
    const nodes = [one, two, three, four];
    return { url, one, two, nodes, close: () => Promise.all(nodes.map((store) => store.close())) };
  }

  it('open a new database together', async () => {
    const { one, nodes, close } = await openNodes();
    await lottery(one);

    expect(await Promise.all(nodes.map(({ campaigns }) => campaigns.list()))).toHaveLength(4);
    await close();
  });

  it('take the same phones in other orders: one winner each, the coupons from 1, and no circle of waiting', async () => {
    const { one, nodes, close } = await openNodes();
    const stock = 150;
    await firstCome(one, stock);
    const random = createSeededRandom(4);
    const attempt = (node: number, round: number, phone: number) =>
      aSealedEntry(node * 1_000_000 + round * 1_000 + phone, {
        blindIndex: aSealedEntry(phone).blindIndex,
        ownerTag: aSealedEntry(phone).ownerTag,
      });
    const batch = (node: number, round: number) =>
      range(300)
        .sort(() => random() - 0.5)
        .slice(0, 100)
        .map((phone) => attempt(node, round, phone));
    const batches = nodes.flatMap((store, node) =>
      range(5).map((round) => store.entries.add(batch(node, round))),
    );
    const outcomes = (await Promise.all(batches)).flat();
    const kept = await one.entries.list(aCampaignId);
    await close();

    expect(couponsOf(outcomes).sort((a, b) => Number(a) - Number(b))).toEqual(range(stock));
    expect(kept.map(({ seq, couponNo }) => [seq, couponNo])).toEqual(range(stock).map((no) => [no, no]));
    expect(new Set(kept.map(({ ownerTag }) => ownerTag)).size).toBe(stock);
  });

  it('write one audit chain', async () => {
    const { one, two, close } = await openNodes();
    const notes = range(40).map((no) => (no % 2 ? one : two).audit.append(aCampaignId, { type: 'NOTE', no }));
    const written = await Promise.all(notes);
    const records = await one.audit.list(aCampaignId);
    await close();

    expect(written.map(({ no }) => no).sort((a, b) => a - b)).toEqual(range(40));
    const chain = records.map(({ record }) => record as CanonicalValue);
    expect(isAuditChain(chain, records.at(-1)?.hash ?? '')).toBe(true);
  });

  it('carry on one run each: whoever has lost its connection writes no more once it is taken', async () => {
    const { url, one, two, close } = await openNodes();
    await createRun(one);
    const { fence } = await one.journal.take(runId);
    await expect(two.journal.take(runId)).rejects.toMatchObject({ code: 'STORE_004' });
    await runSql(url, endLockSessions);
    const taken = await two.journal.take(runId);
    const stale = { runId, fence };
    const late = await Promise.allSettled([
      one.journal.recordStep(stale, 'plan', 1),
      one.journal.change(stale, { state: 'ended' }),
      one.journal.intend(stale, anEffectIntent()),
    ]);

    expect(taken.fence).toBe(2);
    expect(late.map((write) => write.status === 'rejected' && write.reason.code)).toEqual(
      late.map(() => 'STORE_003'),
    );
    await expect(one.journal.take(runId)).rejects.toMatchObject({ code: 'STORE_004' });
    await two.journal.release(runId);
    expect((await one.journal.take(runId)).fence).toBe(3);
    await close();
  });

  it('let one person decide about an effect, and nobody else at the same time', async () => {
    const { one, two, close } = await openNodes();
    await createRun(one);
    const { fence } = await one.journal.take(runId);
    const hold = { runId, fence };
    await one.journal.intend(hold, anEffectIntent({ key: 'a', reservedKrw: 500, capKrw: 1_000 }));
    await one.journal.settle(hold, { key: 'a', state: 'in_doubt' });
    const answers = await Promise.allSettled([
      one.journal.resolve(`${runId}/a`, true),
      two.journal.resolve(`${runId}/a`, false),
      one.journal.resolve(`${runId}/a`, true),
      two.journal.resolve(`${runId}/a`, false),
    ]);
    const effect = await one.journal.effect(runId, 'a');
    // what the winner left of the budget, to the won
    const rest = one.journal.intend(
      hold,
      anEffectIntent({ key: 'b', reservedKrw: 1_000 - Number(effect?.settledKrw), capKrw: 1_000 }),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(rest).resolves.toMatchObject({ state: 'intent' });
    await close();
  });
});

/** Of whoever holds a lock of a run: what the server does when a machine is gone. */
const endLockSessions = `
  select pg_terminate_backend(pid) from pg_locks
  where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
