import { BugError } from '../errors/index.js';
import type { Message } from '../providers/messenger.js';
import type { Award } from '../schema/award.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import type { StoredEntry } from '../store/entry-repository.js';

/** Somebody who holds a prize. Still sealed. */
export interface Winner {
  readonly award: Award;
  readonly entry: StoredEntry;
  readonly prize: Prize;
}

/** A winner who can be written to. Lives in memory only. */
export interface Recipient extends Winner {
  readonly masked: string;
  readonly message: Message;
}

/** The people of these awards. An award without a prize is nobody's business yet. */
export function findWinners(awards: readonly Award[], plan: Plan, entries: readonly StoredEntry[]): Winner[] {
  const { prizes } = chosenConcept(plan);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return awards.flatMap((award) => {
    const prize = prizes.find(({ id }) => id === award.prizeId);
    if (!prize) return [];
    const entry = byId.get(award.entryId);
    if (!entry) throw new BugError('BUG_001', { reason: `winner ${award.entryId} is not among the entries` });
    return [{ award, entry, prize }];
  });
}
