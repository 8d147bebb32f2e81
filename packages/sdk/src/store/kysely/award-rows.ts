import { type Award, type AwardEvent, awardEventSchema, awardSchema } from '../../schema/award.js';
import { parseRow } from '../../schema/parse.js';
import type { AwardEventRow, AwardRow } from './award-tables.js';
import { toValue } from './columns.js';

export function toAward(row: AwardRow): Award {
  return parseRow(awardSchema, toValue(row), 'award');
}

export function toAwardEvent(row: AwardEventRow): AwardEvent {
  return parseRow(awardEventSchema, toValue(row), 'award event');
}

/** Every column, absent ones as null: an insert of many rows wants the same columns in each. */
export function toAwardRow(award: Award): AwardRow {
  return {
    campaignId: award.campaignId,
    no: award.no,
    entryId: award.entryId,
    state: award.state,
    prizeId: award.prizeId ?? null,
    piece: award.piece ?? null,
    reserve: award.reserve ?? null,
    at: award.at,
    claimUntil: award.claimUntil ?? null,
    tokenHash: award.tokenHash,
    toldAt: award.toldAt ?? null,
    unreachedAt: award.unreachedAt ?? null,
    remindedAt: award.remindedAt ?? null,
    claimedAt: award.claimedAt ?? null,
    claimedBy: award.claimedBy ?? null,
    handOver: award.handOver ?? null,
  };
}
