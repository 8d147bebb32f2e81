import type { Kysely } from 'kysely';
import { StoreError } from '../../errors/index.js';
import type { Journal } from '../../runs/journal.js';
import type { RunLocks } from '../run-locks.js';
import { createEffectLedger } from './effect-ledger.js';
import { checkHold } from './hold.js';
import { changeRun, countRuns, createRun, findRun, listRuns, raiseFence } from './run-table.js';
import { findStep, insertStep } from './step-table.js';
import type { Tables } from './tables.js';

export interface JournalDeps {
  readonly db: Kysely<Tables>;
  readonly locks: RunLocks;
  readonly now: () => Date;
}

export function createJournal({ db, locks, now }: JournalDeps): Journal {
  async function acquire(runId: string): Promise<void> {
    if (!(await locks.acquire(runId))) throw new StoreError('STORE_004', { runId });
  }

  return {
    create: (run) => createRun(db, run, now()),
    find: (runId) => findRun(db, runId),
    list: (filter = {}) => listRuns(db, filter),
    countByState: () => countRuns(db),
    async take(runId) {
      await acquire(runId);
      try {
        return await raiseFence(db, runId, now());
      } catch (error) {
        await locks.release(runId);
        throw error;
      }
    },
    release: (runId) => locks.release(runId),
    async change(hold, change) {
      await db.transaction().execute(async (trx) => {
        await checkHold(trx, hold, now());
        await changeRun(trx, hold.runId, change, now());
      });
    },
    async changeIdle(runId, change) {
      await acquire(runId);
      try {
        await changeRun(db, runId, change, now());
      } finally {
        await locks.release(runId);
      }
    },
    step: (runId, key) => findStep(db, runId, key),
    async recordStep(hold, key, result) {
      await db.transaction().execute(async (trx) => {
        await checkHold(trx, hold, now());
        await insertStep(trx, { hold, key, result, at: now() });
      });
    },
    ...createEffectLedger(db, now),
  };
}
