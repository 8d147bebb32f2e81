import { BugError } from '../errors/index.js';
import type { Award } from '../schema/award.js';
import type { DrawResult } from '../schema/draw.js';
import { chosenConcept, type Plan } from '../schema/plan.js';
import { winnersUntil } from './award-calendar.js';

export interface DrawnList {
  readonly campaignId: string;
  readonly plan: Plan;
  /** In drawn order. */
  readonly results: readonly Pick<DrawResult, 'slot' | 'entry_id'>[];
  readonly at: Date;
  readonly tokenHash: (no: number) => string;
}

const reserveSlot = /^reserve-([1-9]\d*)$/;

/** One award for each slot of the draw: winners hold a piece of their prize, reserves wait in drawn order. */
export function listAwards({ campaignId, plan, results, at, tokenHash }: DrawnList): Award[] {
  const { prizes } = chosenConcept(plan);
  const pieces = new Map<string, number>();
  return results.map(({ slot, entry_id: entryId }, index) => {
    const no = index + 1;
    const common = { campaignId, no, entryId, at: at.toISOString(), tokenHash: tokenHash(no) };
    if (prizes.some(({ id }) => id === slot)) {
      const piece = (pieces.get(slot) ?? 0) + 1;
      pieces.set(slot, piece);
      return { ...common, state: 'drawn', prizeId: slot, piece, claimUntil: winnersUntil(plan.schedule) };
    }
    const reserve = Number(reserveSlot.exec(slot)?.[1]);
    if (!reserve) throw new BugError('BUG_001', { reason: `${slot} is neither a prize nor a reserve` });
    return { ...common, state: 'reserve', reserve };
  });
}
