import type { Effect, EffectIntent, EffectSettlement, Hold } from '../../runs/journal.js';
import { toJsonColumn } from './columns.js';
import type { EffectRow } from './tables.js';

/** The row that is on disk before the first byte leaves. */
export function toIntent(
  { runId, fence }: Hold,
  intent: EffectIntent,
  { known, at }: { readonly known: Effect | undefined; readonly at: Date },
): EffectRow {
  const { capKrw, ...request } = intent;
  return {
    ...request,
    id: `${runId}/${intent.key}`,
    runId,
    fence,
    state: 'intent',
    attempts: (known?.attempts ?? 0) + 1,
    settledKrw: 0,
    intentAt: at.toISOString(),
    settledAt: null,
    result: null,
    error: null,
    handle: intent.handle ?? null,
  };
}

/** Money stays reserved while it may have been spent. */
export function toSettled(known: Effect, settlement: EffectSettlement, at: Date): EffectRow {
  const { state, result, error } = settlement;
  const undecided = state === 'in_doubt' || state === 'parked';
  const settledKrw = state === 'acked' ? (settlement.settledKrw ?? known.reservedKrw) : 0;
  return {
    ...known,
    handle: known.handle ?? null,
    state,
    reservedKrw: undecided ? known.reservedKrw : 0,
    settledKrw,
    settledAt: at.toISOString(),
    result: toJsonColumn(result),
    error: toJsonColumn(error ?? (state === 'parked' ? known.error : undefined)),
  };
}
