import type { Kysely } from 'kysely';
import { type Award, type AwardReason, type AwardState, awardWays, stateAfter } from '../../schema/award.js';
import type { AwardMove, Forfeit, Forfeited } from '../award-repository.js';
import { appendAudit } from './audit.js';
import { toAward } from './award-rows.js';
import type { AwardRow } from './award-tables.js';
import type { Tables } from './tables.js';

interface Step {
  readonly campaignId: string;
  readonly no: number;
  readonly from: readonly AwardState[];
  readonly to: AwardState;
  readonly at: string;
  readonly reason: AwardReason;
}

/** Moves one award along a way that there is, with its record. @returns the row as it was, or nothing. */
async function step(
  trx: Kysely<Tables>,
  { campaignId, no, from, to, at, reason }: Step,
  change: Partial<AwardRow> = {},
): Promise<AwardRow | undefined> {
  const ways = from.filter((state) => awardWays[state].includes(to));
  if (ways.length === 0) return undefined;
  const one = trx.selectFrom('award').selectAll().where('campaignId', '=', campaignId).where('no', '=', no);
  const before = await one.executeTakeFirst();
  if (!before || !ways.some((state) => state === before.state)) return undefined;
  const { numUpdatedRows } = await trx
    .updateTable('award')
    .set({ ...change, state: to, at })
    .where('campaignId', '=', campaignId)
    .where('no', '=', no)
    .where('state', '=', before.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  const { seq } = await trx
    .selectFrom('awardEvent')
    .select(({ fn }) => fn.count<number>('seq').as('seq'))
    .where('campaignId', '=', campaignId)
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('awardEvent')
    .values({ campaignId, no, seq: Number(seq) + 1, at, fromState: before.state, toState: to, reason })
    .execute();
  return before;
}

export async function moveAward(trx: Kysely<Tables>, move: AwardMove): Promise<boolean> {
  const { campaignId, no, form, tax, audit, change } = move;
  const before = await step(trx, move, change);
  if (!before) return false;
  if (form)
    await trx
      .insertInto('awardForm')
      .values({ campaignId, no, ...form })
      .execute();
  if (tax)
    await trx
      .insertInto('awardTax')
      .values({ campaignId, no, ...tax })
      .execute();
  if (audit !== undefined) await appendAudit(trx, campaignId, audit);
  return true;
}

/** The prize is free only now that its winner has let go of it; then the first waiting reserve takes it. */
export async function forfeitAward(trx: Kysely<Tables>, forfeit: Forfeit): Promise<Forfeited> {
  const { campaignId, reason, at, heirUntil } = forfeit;
  const lost = await step(trx, { ...forfeit, to: stateAfter[reason] });
  if (!lost) return { ended: false };
  const { prizeId, piece, entryId } = lost;
  if (prizeId === null || piece === null) return { ended: true };
  const heir = heirUntil === undefined ? undefined : await promoteNext(trx, { ...forfeit, heirUntil }, lost);
  const moved = { at, prize: prizeId, piece, from: entryId, reason };
  const record = heir
    ? { type: 'PROMOTE', ...moved, to: heir.entryId, reserve: heir.reserve ?? 0 }
    : { type: 'FORFEIT', ...moved };
  await appendAudit(trx, campaignId, record);
  return { ended: true, heir };
}

async function promoteNext(
  trx: Kysely<Tables>,
  { campaignId, at, heirUntil }: Forfeit & { readonly heirUntil: string },
  { prizeId, piece }: Pick<AwardRow, 'prizeId' | 'piece'>,
): Promise<Award | undefined> {
  const waiting = trx
    .selectFrom('award')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'reserve')
    .orderBy('reserve')
    .limit(1);
  const change = { prizeId, piece, claimUntil: heirUntil };
  for (;;) {
    const next = await waiting.executeTakeFirst();
    if (!next) return undefined;
    const promotion = {
      campaignId,
      no: next.no,
      from: ['reserve'],
      to: 'drawn',
      at,
      reason: 'promoted',
    } as const;
    if (await step(trx, promotion, change)) return toAward({ ...next, ...change, state: 'drawn', at });
  }
}
