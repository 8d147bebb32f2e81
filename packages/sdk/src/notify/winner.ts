import { BugError } from '../errors/index.js';
import type { Message } from '../providers/messenger.js';
import type { DrawResult } from '../schema/draw.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import type { StoredEntry } from '../store/entry-repository.js';

/** A drawn entry and its prize. Still sealed. */
export interface Winner {
  readonly entry: StoredEntry;
  readonly prize: Prize;
}

/** A winner who can be written to. Lives in memory only. */
export interface Recipient extends Winner {
  readonly masked: string;
  readonly message: Message;
}

export type Drawn = Pick<DrawResult, 'slot' | 'entry_id'>;

/** The winners in drawn order. A slot that is no prize is a reserve, who is told only when a winner drops out. */
export function findWinners(
  results: readonly Drawn[],
  plan: Plan,
  entries: readonly StoredEntry[],
): Winner[] {
  const { prizes } = chosenConcept(plan);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return results.flatMap(({ slot, entry_id: id }) => {
    const prize = prizes.find((prize) => prize.id === slot);
    if (!prize) return [];
    const entry = byId.get(id);
    if (!entry) throw new BugError('BUG_001', { reason: `winner ${id} is not among the entries` });
    return [{ entry, prize }];
  });
}
