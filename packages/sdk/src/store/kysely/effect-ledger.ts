import type { Kysely, Transaction } from 'kysely';
import { BugError, UserError } from '../../errors/index.js';
import type { Effect, EffectIntent, Journal } from '../../runs/journal.js';
import { commit, committedBy, reserve } from './effect-budget.js';
import { toIntent, toSettled } from './effect-rows.js';
import { checkHold, lockRun } from './hold.js';
import { parseEffect } from './journal-rows.js';
import { insertStep } from './step-table.js';
import type { EffectRow, Tables } from './tables.js';

type Db = Transaction<Tables>;
type EffectLedger = Pick<Journal, 'effect' | 'effects' | 'intend' | 'settle' | 'resolve'>;

export function createEffectLedger(db: Kysely<Tables>, now: () => Date): EffectLedger {
  return {
    effect: (runId, key) => findEffect(db, idOf(runId, key)),
    async effects({ runId, states } = {}) {
      let query = db.selectFrom('effect').selectAll();
      if (runId !== undefined) query = query.where('runId', '=', runId);
      if (states) query = query.where('state', 'in', states);
      const rows = await query.orderBy('intentAt').orderBy('id').execute();
      return rows.map(parseEffect);
    },
    async intend(hold, intent) {
      return db.transaction().execute(async (trx) => {
        await checkHold(trx, hold, now());
        const known = await findEffect(trx, idOf(hold.runId, intent.key));
        if (known) refuseOtherRequest(known, intent);
        await reserve(trx, hold, { known, intent });
        return write(trx, toIntent(hold, intent, { known, at: now() }));
      });
    },
    async settle(hold, settlement) {
      return db.transaction().execute(async (trx) => {
        const at = now();
        await checkHold(trx, hold, at);
        const id = idOf(hold.runId, settlement.key);
        const known = await findEffect(trx, id);
        if (!known || known.state === 'acked') {
          throw new BugError('BUG_001', { reason: `effect ${id} is not waiting to be settled` });
        }
        const settled = await write(trx, { ...toSettled(known, settlement, at), fence: hold.fence });
        await commit(trx, hold.runId, committedBy(settled) - committedBy(known));
        if (settlement.step !== undefined) {
          await insertStep(trx, { hold, key: settlement.key, result: settlement.step, at });
        }
        return settled;
      });
    },
    async resolve(effectId, happened) {
      return db.transaction().execute(async (trx) => {
        const runId = (await findEffect(trx, effectId))?.runId;
        if (runId !== undefined) await lockRun(trx, runId, now()); // nobody settles it between the look and the answer
        const known = await findEffect(trx, effectId);
        if (!known || !isUndecided(known)) {
          throw new UserError('USER_002', { what: 'undecided effect', id: effectId });
        }
        const decision = happened
          ? ({ state: 'acked', result: null } as const)
          : ({ state: 'not_sent' } as const);
        const settled = await write(trx, toSettled(known, { key: known.key, ...decision }, now()));
        await commit(trx, known.runId, committedBy(settled) - committedBy(known));
        return settled;
      });
    },
  };
}

const idOf = (runId: string, key: string) => `${runId}/${key}`;

const isUndecided = ({ state }: Effect) => state === 'parked' || state === 'in_doubt';

async function findEffect(db: Kysely<Tables>, id: string): Promise<Effect | undefined> {
  const row = await db.selectFrom('effect').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parseEffect(row);
}

async function write(trx: Db, row: EffectRow): Promise<Effect> {
  const written = await trx
    .insertInto('effect')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
  return parseEffect(written);
}

function refuseOtherRequest({ id, state, fingerprint }: Effect, intent: EffectIntent): void {
  if (fingerprint !== intent.fingerprint) throw new BugError('BUG_002', { key: intent.key });
  if (state === 'acked') throw new BugError('BUG_001', { reason: `effect ${id} has happened already` });
}
