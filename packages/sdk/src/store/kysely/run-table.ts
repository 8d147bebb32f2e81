import type { Kysely } from 'kysely';
import { z } from 'zod';
import { UserError } from '../../errors/index.js';
import type { Journal, Run, RunChange, RunState } from '../../runs/journal.js';
import { parseRow } from '../../schema/parse.js';
import { toJsonColumn, toJsonText } from './columns.js';
import { parseRun } from './journal-rows.js';
import type { RunRow, Tables } from './tables.js';

type Db = Kysely<Tables>;
type NewRun = Parameters<Journal['create']>[0];
type RunFilter = NonNullable<Parameters<Journal['list']>[0]>;

const over = ['ended', 'failed', 'cancelled'];

export async function findRun(db: Db, runId: string): Promise<Run | undefined> {
  const row = await db.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst();
  return row && parseRun(row);
}

async function requireRun(db: Db, runId: string): Promise<Run> {
  const run = await findRun(db, runId);
  if (!run) throw new UserError('USER_002', { what: 'run', id: runId });
  return run;
}

/** The same id again gives the run that stands. */
export async function createRun(db: Db, run: NewRun, now: Date): Promise<Run> {
  const at = now.toISOString();
  const blank = { state: 'queued', fence: 0, wakeAt: null, waitingFor: null, result: null, error: null };
  const budget = { capKrw: null, committedKrw: 0 };
  await db
    .insertInto('run')
    .values({ ...run, ...blank, ...budget, input: toJsonText(run.input), createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return requireRun(db, run.id);
}

export async function listRuns(db: Db, { states, subject }: RunFilter): Promise<Run[]> {
  let query = db.selectFrom('run').selectAll();
  if (states) query = query.where('state', 'in', states);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const rows = await query
    .orderBy((eb) => eb.case().when('state', 'in', over).then(1).else(0).end())
    .orderBy('priority')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(parseRun);
}

export async function countRuns(db: Db): Promise<Record<RunState, number>> {
  const rows = await db
    .selectFrom('run')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return parseRow(countsSchema, Object.fromEntries(rows.map((row) => [row.state, row.count])), 'run');
}

const countSchema = z.int().nonnegative().default(0);
const countsSchema = z.strictObject({
  queued: countSchema,
  running: countSchema,
  waiting: countSchema,
  parked: countSchema,
  ended: countSchema,
  failed: countSchema,
  cancelled: countSchema,
});

/**
 * The caller has the run's lock.
 * @throws UserError `USER_002`; `USER_008` for a run that ended or was cancelled before the lock was ours
 */
export async function raiseFence(db: Db, runId: string, now: Date): Promise<Run> {
  const row = await db
    .updateTable('run')
    .set(({ eb }) => ({
      fence: eb('fence', '+', 1),
      state: 'running',
      wakeAt: null,
      waitingFor: null,
      error: null,
      updatedAt: now.toISOString(),
    }))
    .where('id', '=', runId)
    .where('state', 'not in', ['ended', 'cancelled'])
    .returningAll()
    .executeTakeFirst();
  if (row) return parseRun(row);
  const { state } = await requireRun(db, runId);
  throw new UserError('USER_008', { state, action: 'resume' });
}

/** The caller has the run's lock or has checked its hold. @throws UserError `USER_002` */
export async function changeRun(db: Db, runId: string, change: RunChange, now: Date): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('run')
    .set(toColumns(change, now))
    .where('id', '=', runId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new UserError('USER_002', { what: 'run', id: runId });
}

/** A member that is there but undefined clears its column. */
function toColumns(change: RunChange, now: Date): Partial<RunRow> {
  return {
    updatedAt: now.toISOString(),
    ...(change.state && { state: change.state }),
    ...('wakeAt' in change && { wakeAt: change.wakeAt ?? null }),
    ...('waitingFor' in change && { waitingFor: change.waitingFor ?? null }),
    ...('result' in change && { result: toJsonColumn(change.result) }),
    ...('error' in change && { error: toJsonColumn(change.error) }),
  };
}
