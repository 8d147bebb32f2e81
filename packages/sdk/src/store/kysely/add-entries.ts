import type { Transaction } from 'kysely';
import type { EntryOutcome, SealedEntry, StoredEntry } from '../entry-repository.js';
import type { SpentBefore } from '../spending.js';
import { admitNewcomers } from './admit-newcomers.js';
import { answersGiven } from './entry-answers.js';
import { claimTimes, unclaim } from './entry-claims.js';
import { entryColumns, toEntryRow, toStored } from './entry-rows.js';
import { countBatch, lockTally } from './entry-tally.js';
import { type Grant, grantPlaces } from './grant-places.js';
import { insertMany } from './insert-many.js';
import { spend } from './spend.js';
import { closeCampaign } from './stock-moves.js';
import type { Tables } from './tables.js';

type Db = Transaction<Tables>;
type Outcomes = ReadonlyMap<SealedEntry, EntryOutcome>;

/** The request that an idempotency key stands for, and the entry that came of it. */
interface Answer {
  readonly requestHash: string;
  readonly entry?: StoredEntry;
  /** Refused in this very batch, for what it had spent before. */
  readonly refused?: EntryOutcome;
}

/**
 * Writes entries of one campaign in arrival order. Who is first is not read and then decided: the unique index
 * on the participant decides who is new, and one update of the stock decides how many of them are in time.
 */
export async function addEntries(trx: Db, batch: readonly SealedEntry[]): Promise<Outcomes> {
  const campaignId = batch[0]?.campaignId ?? '';
  const { rushUntil } = await lockTally(trx, campaignId);
  const answers = new Map<string, Answer>(await answersGiven(trx, campaignId, batch.flatMap(keyOf)));
  const first = batch.filter((entry) => isFirstOfItsKey(answers, entry));
  const spent = await spend(trx, first);
  const fresh = first.filter((entry) => !spent.has(entry));

  const { newcomers, late } = await admitNewcomers(trx, campaignId, fresh);
  const refused = refusals(spent, late);
  const grant = await grantPlaces(trx, campaignId, { newcomers, rushUntil });
  const stored = await insert(trx, grant);
  const created = [...stored.keys()];
  const tooLate = newcomers.filter((entry) => !stored.has(entry));
  await unclaim(trx, campaignId, tooLate);
  if (grant.last) await closeCampaign(trx, campaignId);

  const others = fresh.filter((entry) => !stored.has(entry) && !refused.has(entry));
  const enteredAt = await claimTimes(trx, campaignId, others);
  const duplicates = others.filter(({ blindIndex }) => enteredAt.has(blindIndex)).length;
  await countBatch(trx, campaignId, { created, duplicates });

  for (const [{ idempotencyKey, requestHash }, entry] of stored) {
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { requestHash, entry });
  }
  for (const [{ idempotencyKey, requestHash }, outcome] of refused) {
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { requestHash, refused: outcome });
  }
  const decided = { stored, answers, refused, enteredAt, grant };
  return new Map(batch.map((entry) => [entry, outcomeOf(entry, decided)]));
}

const keyOf = ({ idempotencyKey }: SealedEntry) => (idempotencyKey === undefined ? [] : [idempotencyKey]);

interface Decided {
  readonly stored: ReadonlyMap<SealedEntry, StoredEntry>;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly refused: Outcomes;
  readonly enteredAt: ReadonlyMap<string, string>;
  readonly grant: Grant;
}

function outcomeOf(entry: SealedEntry, decided: Decided): EntryOutcome {
  const { stored, answers, refused, enteredAt, grant } = decided;
  const created = stored.get(entry);
  if (created) return { kind: 'created', entry: created };
  const spent = refused.get(entry);
  if (spent) return spent;
  const answer = answers.get(entry.idempotencyKey ?? '');
  if (answer && answer.requestHash !== entry.requestHash) return { kind: 'key_reused' };
  if (answer?.entry) return { kind: 'replayed', entry: answer.entry };
  if (answer?.refused) return answer.refused;
  const since = enteredAt.get(entry.blindIndex);
  if (since !== undefined) return { kind: 'duplicate', enteredAt: since };
  return { kind: 'sold_out', stock: grant.stock ?? 0 };
}

/** Notes the request under its key, so that a second one in the same batch is recognised. */
function isFirstOfItsKey(
  answers: Map<string, Answer>,
  { idempotencyKey, requestHash }: SealedEntry,
): boolean {
  if (idempotencyKey === undefined) return true;
  if (answers.has(idempotencyKey)) return false;
  answers.set(idempotencyKey, { requestHash });
  return true;
}

/** Refused for what they had spent before; a repeat within the batch gets the answer of its first. */
function refusals(
  spent: ReadonlyMap<SealedEntry, SpentBefore>,
  late: readonly SealedEntry[],
): Map<SealedEntry, EntryOutcome> {
  return new Map<SealedEntry, EntryOutcome>([
    ...Array.from(spent, ([entry, what]) => [entry, { kind: 'spent', what }] as const),
    ...late.map((entry) => [entry, { kind: 'receipt_used' }] as const),
  ]);
}

async function insert(trx: Db, { placed }: Grant): Promise<Map<SealedEntry, StoredEntry>> {
  const rows = placed.map(({ entry, place }) => toEntryRow(entry, place));
  await insertMany(trx, { table: 'entry', columns: entryColumns, rows, id: 'id' });
  return new Map(placed.map(({ entry, place }) => [entry, toStored(entry, place)]));
}
