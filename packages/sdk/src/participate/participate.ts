import { z } from 'zod';
import { KtEventError, UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Participation, Receipt } from '../schema/entry.js';
import { parseInput } from '../schema/parse.js';
import { toSeoul } from '../schema/seoul-time.js';
import { requestHash } from '../security/blind-index.js';
import type { CampaignKeys, Keyring } from '../security/campaign-keys.js';
import { openEntry } from '../security/entry-seal.js';
import type { CampaignRepository } from '../store/campaign-repository.js';
import type { EntryRepository } from '../store/entry-repository.js';
import type { Spending } from '../store/spending.js';
import type { Arrival } from './arrival.js';
import type { Committer } from './committer.js';
import { type EntryForm, readForm } from './entry-request.js';
import { isOpen, notOpen } from './entry-window.js';
import type { EntryGuards } from './guards/entry-guards.js';
import { toEntryRequest } from './prepare-entry.js';
import { toReceipt } from './receipt.js';
import type { EntryAnswer, Submission } from './take-entries.js';

export interface ParticipateInput {
  readonly slug: string;
  /** An `EntryInput`, as it came: it is checked here. */
  readonly entry: unknown;
  /** 16 to 255 visible ASCII characters. */
  readonly idempotencyKey?: string | undefined;
  /** When the head of the request was complete. @defaultValue now */
  readonly arrival?: Arrival | undefined;
  /** Proofs, as they came: they are checked here. */
  readonly proofs?: unknown;
}

export interface ParticipateDeps {
  readonly campaigns: Pick<CampaignRepository, 'findBySlug'>;
  readonly entries: Pick<EntryRepository, 'findByKey' | 'remainingStock' | 'countRefusals'>;
  readonly committer: Pick<Committer<Submission, EntryAnswer>, 'submit'>;
  readonly keyring: Pick<Keyring, 'of'>;
  readonly arrive: () => Arrival;
  readonly guards: Pick<EntryGuards, 'admit' | 'spent'>;
}

/**
 * Takes one entry. When it returns, the entry is on disk and the receipt is signed; when it throws a UserError, the
 * person has not entered (again). After a StoreError they may have, with only the answer lost: the same request with
 * the same key gets the receipt, and sending it once more is always safe.
 *
 * @throws UserError `USER_001` for input, phone or visit code; `USER_002` for an unknown campaign; `USER_004` for a
 * phone that entered before; `USER_005` outside the period; `USER_006` when all is gone; `USER_009` for a key that
 * came with another body; `USER_050` for a receipt that has had its bonus; `USER_057`, `USER_058` and `USER_063` for what
 * the campaign asks for besides. ProviderError when a provider that has to be asked does not answer. StoreError `STORE_005` when it could not be written.
 */
export async function participate(input: ParticipateInput, deps: ParticipateDeps): Promise<Participation> {
  const arrival = input.arrival ?? deps.arrive(); // before anything else
  const campaign = await deps.campaigns.findBySlug(input.slug);
  if (!campaign) throw new UserError('USER_002', { what: 'campaign', id: input.slug });
  try {
    return await enter(input, { campaign, arrival, deps });
  } catch (error) {
    if (isRefusal(error)) await countQuietly(campaign.id, deps);
    throw error;
  }
}

interface Attempt {
  readonly campaign: Campaign;
  readonly arrival: Arrival;
  readonly deps: ParticipateDeps;
}

const keyForm = /^[\x21-\x7e]{16,255}$/;
const idempotencyKeySchema = z.string().regex(keyForm);

async function enter(input: ParticipateInput, attempt: Attempt): Promise<Participation> {
  const { campaign, arrival, deps } = attempt;
  const idempotencyKey = readKey(input.idempotencyKey);
  const open = await isOpen(campaign, arrival.receivedAt, deps.entries);
  if (!open && idempotencyKey === undefined) throw notOpen(campaign);

  const keys = await deps.keyring.of(campaign.id);
  const form = readForm(input.entry);
  const repeated = () => findReceipt(form, idempotencyKey, { ...attempt, keys });
  if (!open) return replayOr(notOpen(campaign), repeated);
  const guarded = { campaign, phone: form.phone, proofs: input.proofs, at: arrival.receivedAt };
  let spends: Spending | undefined;
  try {
    spends = await deps.guards.admit(guarded);
  } catch (refusal) {
    return replayOr(refusal, repeated);
  }
  const request = toEntryRequest(form, { campaign, keys, arrival, idempotencyKey, spends });
  return toParticipation(await deps.committer.submit({ ...request, keys }), deps.guards);
}

/** Whoever lost the answer to a good request may still ask for it, although the campaign has closed or a proof is used. */
async function replayOr(
  refusal: unknown,
  repeated: () => Promise<Receipt | undefined>,
): Promise<Participation> {
  const receipt = await repeated();
  if (!receipt) throw refusal;
  return { receipt, replayed: true };
}

function readKey(key: string | undefined): string | undefined {
  const isGood = key === undefined || keyForm.test(key);
  return isGood ? key : parseInput(idempotencyKeySchema, key, 'idempotency key');
}

async function findReceipt(
  { text }: EntryForm,
  idempotencyKey: string | undefined,
  { campaign, deps, keys }: Attempt & { readonly keys: CampaignKeys },
): Promise<Receipt | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const known = await deps.entries.findByKey(campaign.id, idempotencyKey);
  if (known?.requestHash !== requestHash(keys.indexKey, text)) return undefined;
  return toReceipt(known.entry, openEntry(known.entry, keys).salt, keys.signingKey);
}

function toParticipation(answer: EntryAnswer, guards: Pick<EntryGuards, 'spent'>): Participation {
  switch (answer.kind) {
    case 'created':
    case 'replayed':
      return { receipt: answer.receipt, replayed: answer.kind === 'replayed' };
    case 'duplicate':
      throw new UserError('USER_004', { enteredAt: toSeoul(answer.enteredAt) });
    case 'key_reused':
      throw new UserError('USER_009', {});
    case 'receipt_used':
      throw new UserError('USER_050', {});
    case 'sold_out':
      throw new UserError('USER_006', { stock: answer.stock });
    case 'spent':
      throw guards.spent(answer.what);
  }
}

const refusals: readonly string[] = ['USER_001', 'USER_005', 'USER_050'];

function isRefusal(error: unknown): boolean {
  return KtEventError.is(error) && refusals.includes(error.code);
}

/** A figure that cannot be written must not hide the reason from the person. */
async function countQuietly(campaignId: string, { entries }: ParticipateDeps): Promise<void> {
  try {
    await entries.countRefusals(campaignId, 1);
  } catch {
    // the refusal itself is the answer
  }
}
