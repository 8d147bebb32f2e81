import type { Transaction } from 'kysely';
import type { EntryOutcome, SealedEntry, StoredEntry } from '../entry-repository.js';
import type { SpentBefore } from '../spending.js';
import { admitNewcomers } from './admit-newcomers.js';
import { enteredAt } from './entered-at.js';
import { answersGiven } from './entry-answers.js';
import { toEntryRow, toStored } from './entry-rows.js';
import { countBatch, type LockedTally } from './entry-tally.js';
import { type Grant, grantPlaces } from './grant-places.js';
import { insertEntries } from './insert-entries.js';
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
 * Writes entries of one campaign in arrival order. Nobody else writes any of them meanwhile: the campaign's figures are
 * locked before anything is read, so whose phone is new does not change until it is written, and one update of the
 * stock decides how many of them are in time. The unique indexes would refuse whoever writes without that lock.
 */
export async function addEntries(
  trx: Db,
  batch: readonly SealedEntry[],
  { campaignId, rushUntil }: LockedTally,
): Promise<Outcomes> {
  const answers = new Map<string, Answer>(await answersGiven(trx, campaignId, batch.flatMap(keyOf)));
  const first = batch.filter((entry) => isFirstOfItsKey(answers, entry));
  const spent = await spend(trx, first);
  const fresh = first.filter((entry) => !spent.has(entry));

  const entered = await enteredAt(trx, campaignId, fresh);
  const { newcomers, late } = await admitNewcomers(trx, fresh, entered.keys());
  const refused = refusals(spent, late);
  const grant = await grantPlaces(trx, campaignId, { newcomers, rushUntil });
  const stored = await insert(trx, grant);
  const created = [...stored.keys()];
  if (grant.last) await closeCampaign(trx, campaignId);

  for (const { blindIndex, receivedAt } of created) entered.set(blindIndex, receivedAt);
  const others = fresh.filter((entry) => !stored.has(entry) && !refused.has(entry));
  const duplicates = others.filter(({ blindIndex }) => entered.has(blindIndex)).length;
  await countBatch(trx, campaignId, { created, duplicates });

  noteAnswers(answers, { stored, refused });
  const decided = { stored, answers, refused, entered, grant };
  return new Map(batch.map((entry) => [entry, outcomeOf(entry, decided)]));
}

/** What was decided of these is from now on the answer to their keys. */
function noteAnswers(
  answers: Map<string, Answer>,
  { stored, refused }: Pick<Decided, 'stored' | 'refused'>,
): void {
  for (const [{ idempotencyKey, requestHash }, entry] of stored) {
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { requestHash, entry });
  }
  for (const [{ idempotencyKey, requestHash }, outcome] of refused) {
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { requestHash, refused: outcome });
  }
}

const keyOf = ({ idempotencyKey }: SealedEntry) => (idempotencyKey === undefined ? [] : [idempotencyKey]);

interface Decided {
  readonly stored: ReadonlyMap<SealedEntry, StoredEntry>;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly refused: Outcomes;
  /** When each phone that is in was first seen. */
  readonly entered: ReadonlyMap<string, string>;
  readonly grant: Grant;
}

function outcomeOf(entry: SealedEntry, decided: Decided): EntryOutcome {
  const { stored, answers, refused, entered, grant } = decided;
  const created = stored.get(entry);
  if (created) return { kind: 'created', entry: created };
  const spent = refused.get(entry);
  if (spent) return spent;
  const answer = answers.get(entry.idempotencyKey ?? '');
  if (answer && answer.requestHash !== entry.requestHash) return { kind: 'key_reused' };
  if (answer?.entry) return { kind: 'replayed', entry: answer.entry };
  if (answer?.refused) return answer.refused;
  const since = entered.get(entry.blindIndex);
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
  await insertEntries(trx, rows);
  return new Map(placed.map(({ entry, place }) => [entry, toStored(entry, place)]));
}
