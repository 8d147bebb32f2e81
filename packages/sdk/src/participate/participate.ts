import { z } from 'zod';
import { KtEventError, UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Participation, Receipt } from '../schema/entry.js';
import { parseInput } from '../schema/parse.js';
import { toSeoul } from '../schema/seoul-time.js';
import type { CampaignKeys, Keyring } from '../security/campaign-keys.js';
import { openPerson } from '../security/entry-seal.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { CampaignRepository } from '../store/campaign-repository.js';
import type { EntryOutcome, EntryRepository, StoredEntry } from '../store/entry-repository.js';
import type { Committer } from './committer.js';
import { isOpen, notOpen } from './entry-window.js';
import { type EntryRequest, readRequest, toSealedEntry } from './prepare-entry.js';
import { toReceipt } from './receipt.js';

export interface ParticipateInput {
  readonly slug: string;
  /** An `EntryInput`, as it came: it is checked here. */
  readonly entry: unknown;
  /** 16 to 255 visible ASCII characters. */
  readonly idempotencyKey?: string | undefined;
}

export interface ParticipateDeps {
  readonly campaigns: Pick<CampaignRepository, 'findBySlug'>;
  readonly entries: Pick<EntryRepository, 'findByKey' | 'remainingStock' | 'countRefusal'>;
  readonly committer: Committer;
  readonly keyring: Keyring;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
}

/**
 * Takes one entry. When it returns, the entry is on disk and the receipt is signed; when it throws, the person has
 * not entered (again), and sending the same request once more is always safe.
 *
 * @throws UserError `USER_001` for input, phone or visit code; `USER_002` for an unknown campaign; `USER_004` for a
 * phone that entered before; `USER_005` outside the period; `USER_006` when all is gone; `USER_009` for a key that
 * came with another body. StoreError `STORE_005` when it could not be written.
 */
export async function participate(input: ParticipateInput, deps: ParticipateDeps): Promise<Participation> {
  const receivedAt = deps.now(); // before anything else: the queue behind us must not cost anyone the deadline
  const campaign = await deps.campaigns.findBySlug(input.slug);
  if (!campaign) throw new UserError('USER_002', { what: 'campaign', id: input.slug });
  try {
    return await enter(input, { campaign, receivedAt, deps });
  } catch (error) {
    if (isRefusal(error)) await countQuietly(campaign.id, deps);
    throw error;
  }
}

interface Attempt {
  readonly campaign: Campaign;
  readonly receivedAt: Date;
  readonly deps: ParticipateDeps;
}

const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{16,255}$/);

async function enter(input: ParticipateInput, attempt: Attempt): Promise<Participation> {
  const { campaign, receivedAt, deps } = attempt;
  const idempotencyKey = readKey(input.idempotencyKey);
  const open = await isOpen(campaign, receivedAt, deps.entries);
  if (!open && idempotencyKey === undefined) throw notOpen(campaign);

  const keys = await deps.keyring.of(campaign.id);
  const request = readRequest(input.entry, keys);
  if (!open) {
    const repeated = await findRepeat(request, idempotencyKey, attempt);
    if (!repeated) throw notOpen(campaign);
    return { receipt: receiptOf(repeated, keys), replayed: true };
  }
  const sealed = toSealedEntry(request, { campaign, keys, receivedAt, randomBytes: deps.randomBytes });
  return toParticipation(await deps.committer.submit({ ...sealed, idempotencyKey }), keys);
}

function readKey(key: string | undefined): string | undefined {
  return key === undefined ? undefined : parseInput(idempotencyKeySchema, key, 'idempotency key');
}

/** Whoever lost our answer to a good entry may still ask for it when the campaign has closed. */
async function findRepeat(
  { requestHash }: EntryRequest,
  idempotencyKey: string | undefined,
  { campaign, deps }: Attempt,
): Promise<StoredEntry | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const known = await deps.entries.findByKey(campaign.id, idempotencyKey);
  return known?.requestHash === requestHash ? known.entry : undefined;
}

function toParticipation(outcome: EntryOutcome, keys: CampaignKeys): Participation {
  switch (outcome.kind) {
    case 'created':
      return { receipt: receiptOf(outcome.entry, keys), replayed: false };
    case 'replayed':
      return { receipt: receiptOf(outcome.entry, keys), replayed: true };
    case 'duplicate':
      throw new UserError('USER_004', { enteredAt: toSeoul(outcome.enteredAt) });
    case 'key_reused':
      throw new UserError('USER_009', {});
    case 'sold_out':
      throw new UserError('USER_006', { stock: outcome.stock });
    case 'spent':
      throw outcome.what === 'code'
        ? new UserError('USER_058', {})
        : new UserError('USER_057', { reason: 'spent' });
  }
}

function receiptOf(entry: StoredEntry, { dataKey, signingKey }: CampaignKeys): Receipt {
  return toReceipt(entry, openPerson(entry, dataKey).salt, signingKey);
}

function isRefusal(error: unknown): boolean {
  return KtEventError.is(error) && (error.code === 'USER_001' || error.code === 'USER_005');
}

/** A figure that cannot be written must not hide the reason from the person. */
async function countQuietly(campaignId: string, { entries }: ParticipateDeps): Promise<void> {
  try {
    await entries.countRefusal(campaignId);
  } catch {
    // the refusal itself is the answer
  }
}
