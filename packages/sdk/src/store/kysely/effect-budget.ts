import type { Transaction } from 'kysely';
import { UserError } from '../../errors/index.js';
import type { Effect, EffectIntent, Hold } from '../../runs/journal.js';
import type { Tables } from './tables.js';

type Db = Transaction<Tables>;

/** Money that is spent, or may be. */
export function committedBy({ reservedKrw, settledKrw }: Pick<Effect, 'reservedKrw' | 'settledKrw'>): number {
  return reservedKrw + settledKrw;
}

interface Reservation {
  readonly known: Effect | undefined;
  readonly intent: EffectIntent;
}

/**
 * Sets money aside before anything is sent; what an earlier attempt of the same effect reserved is replaced. That the
 * sum never passes the cap is a CHECK of the table as well.
 *
 * @throws UserError `USER_017`
 */
export async function reserve(trx: Db, { runId }: Hold, { known, intent }: Reservation): Promise<void> {
  const { reservedKrw, capKrw } = intent;
  const deltaKrw = reservedKrw - (known ? committedBy(known) : 0);
  if (capKrw !== undefined && reservedKrw > 0) {
    const { committedKrw } = await trx
      .selectFrom('run')
      .select('committedKrw')
      .where('id', '=', runId)
      .executeTakeFirstOrThrow();
    if (committedKrw + deltaKrw > capKrw) throw new UserError('USER_017', { costKrw: reservedKrw, capKrw });
    await trx.updateTable('run').set({ capKrw }).where('id', '=', runId).execute();
  }
  await commit(trx, runId, deltaKrw);
}

/** Notes that more, or less, of a run's money is spent or set aside. */
export async function commit(trx: Db, runId: string, deltaKrw: number): Promise<void> {
  if (deltaKrw === 0) return;
  await trx
    .updateTable('run')
    .set(({ eb }) => ({ committedKrw: eb('committedKrw', '+', deltaKrw) }))
    .where('id', '=', runId)
    .execute();
}
