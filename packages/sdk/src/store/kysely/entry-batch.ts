import type { Transaction } from 'kysely';
import type { EntryOutcome, SealedEntry } from '../entry-repository.js';
import { addEntries } from './add-entries.js';
import { type LockedTally, lockTally } from './entry-tally.js';
import type { Tables } from './tables.js';
import type { Turn } from './turns.js';

type Db = Transaction<Tables>;

/** Writes a batch of any campaigns, within the caller's transaction, and gives its outcomes in the batch's order. */
export async function addBatch(trx: Db, batch: readonly SealedEntry[], turn: Turn): Promise<EntryOutcome[]> {
  await turn.come;
  const locked = await lockAll(trx, batch);
  turn.pass(); // from here on the database keeps the order
  const outcomes = new Map<SealedEntry, EntryOutcome>();
  for (const tally of locked) {
    const group = batch.filter(({ campaignId }) => campaignId === tally.campaignId);
    for (let start = 0; start < group.length; start += partSize) {
      const added = await addEntries(trx, group.slice(start, start + partSize), tally);
      for (const [entry, outcome] of added) outcomes.set(entry, outcome);
    }
  }
  return batch.map((entry) => outcomes.get(entry) as EntryOutcome);
}

/** Rows of one statement: what they spend, of three columns, must stay under SQLite's 32,766 values. Source: sqlite.org/limits.html. */
const partSize = 8_000;

/**
 * Campaigns always come in the same order, so that two writers who hold several cannot wait for each other in a circle.
 */
async function lockAll(trx: Db, batch: readonly SealedEntry[]): Promise<LockedTally[]> {
  const locked: LockedTally[] = [];
  for (const campaignId of [...new Set(batch.map((entry) => entry.campaignId))].sort()) {
    locked.push(await lockTally(trx, campaignId));
  }
  return locked;
}
