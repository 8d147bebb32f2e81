import type { Transaction } from 'kysely';
import type { EntryOutcome, SealedEntry } from '../entry-repository.js';
import { addEntries } from './add-entries.js';
import type { Tables } from './tables.js';

/** Writes a batch of any campaigns, within the caller's transaction, and gives its outcomes in the batch's order. */
export async function addBatch(
  trx: Transaction<Tables>,
  batch: readonly SealedEntry[],
): Promise<EntryOutcome[]> {
  const outcomes = new Map<SealedEntry, EntryOutcome>();
  for (const part of partsOf(batch)) {
    for (const [entry, outcome] of await addEntries(trx, part)) outcomes.set(entry, outcome);
  }
  return batch.map((entry) => outcomes.get(entry) as EntryOutcome);
}

/** Rows of one statement: 15 columns each must stay under SQLite's 32,766 values. Source: sqlite.org/limits.html. */
const partSize = 1_000;

/**
 * One campaign each, in arrival order. Campaigns always come in the same order, so that two writers who hold
 * several cannot wait for each other in a circle.
 */
function partsOf(batch: readonly SealedEntry[]): SealedEntry[][] {
  const campaignIds = [...new Set(batch.map(({ campaignId }) => campaignId))].sort();
  return campaignIds.flatMap((id) => {
    const group = batch.filter(({ campaignId }) => campaignId === id);
    const starts = Array.from({ length: Math.ceil(group.length / partSize) }, (_, index) => index * partSize);
    return starts.map((start) => group.slice(start, start + partSize));
  });
}
