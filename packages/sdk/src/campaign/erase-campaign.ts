import { createHash } from 'node:crypto';
import { signHash } from '../draw/signature.js';
import { UserError } from '../errors/index.js';
import type { MediaStore } from '../providers/media-store.js';
import { canonicalJson } from '../runs/canonical-json.js';
import { isOpen } from '../schema/award.js';
import type { Campaign } from '../schema/campaign.js';
import { type Erasure, type ErasureReceipt, erasureSchema } from '../schema/erasure.js';
import type { WinnerKeyKind, WinnerKeys } from '../security/winner-keys.js';
import type { StoredEntry } from '../store/entry-repository.js';
import { signMilestone } from './audit-milestone.js';
import { findAudit } from './audit-once.js';
import { awaitedIn } from './awaited-in.js';
import { nobody, type PersonDeps, resealPersons } from './reseal-persons.js';

export interface EraseDeps extends PersonDeps {
  readonly winnerKeys: Pick<WinnerKeys, 'taxed' | 'destroy'>;
  readonly media: (folder: string) => MediaStore;
}

/** Where a campaign keeps what was destroyed of it. */
const receiptPath = 'privacy/erasure.json';

/** Over, so that nobody has to be reached any more. */
const endedStates: readonly Campaign['state'][] = ['settled', 'cancelled'];

/**
 * Destroys the personal data of a campaign that is over: names, phones, and with the salts the link between a person and
 * an entry; what winners wrote but for tax papers, which the law keeps for years. Who agreed to hear of the store keeps
 * nothing but the phone in it; who took that back, until they have been told. The data keys of before are destroyed as
 * well, and so are the winners' keys, so that no backup of the database gives anything back. What the draw's list holds stays, and so does its proof.
 * Done twice, it confirms the first.
 *
 * @throws UserError `USER_080` while the campaign still has people to tell, or somebody who was promoted late may claim
 */
export async function eraseCampaign(campaign: Campaign, deps: EraseDeps): Promise<ErasureReceipt> {
  const { id, folder } = campaign;
  if (!endedStates.includes(campaign.state)) throw new UserError('USER_080', { state: campaign.state });
  if (await isAwaited(campaign, deps)) throw new UserError('USER_080', { state: 'late-claims' });
  const known = await erasureOf(id, deps);
  const receipt = await sign(known ?? (await erase(campaign, deps)), deps);
  const audited = await findAudit(deps.store.audit, id, 'ERASE');
  const organiserKey = async () => (await deps.keyring.of(id)).signingKey;
  if (audited) await signMilestone({ ...deps, organiserKey }, audited, 'erasure');
  await deps
    .media(folder)
    .write(receiptPath, new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`));
  return receipt;
}

/** Somebody was promoted late and may still claim; the promised day waits for nobody. */
async function isAwaited(campaign: Campaign, { store, now }: EraseDeps): Promise<boolean> {
  if (campaign.state !== 'settled' || isDue(campaign, now())) return false;
  return (await store.awards.list(campaign.id)).some(isOpen);
}

/** What was destroyed of a campaign already. */
export async function erasureOf(
  campaignId: string,
  { store }: Pick<PersonDeps, 'store'>,
): Promise<Erasure | undefined> {
  const records = await store.audit.list(campaignId);
  return records.flatMap(({ record }) => erasureSchema.safeParse(record).data ?? [])[0];
}

async function erase(campaign: Campaign, deps: EraseDeps): Promise<Erasure> {
  const { store, keyring, now } = deps;
  const { id } = campaign;
  const version = await keyring.renew(id);
  const awaited = await awaitedIn(id, deps);
  await resealPersons(id, deps, (entry, open) =>
    isHeard(entry) || awaited.has(entry.id) ? { ...open(), name: '', salt: '' } : undefined,
  );
  await store.persons.forget(id);
  await store.awards.eraseForms(id);
  await keyring.retire(id, version);
  const keysDestroyed = await destroyWinnerKeys(id, deps);
  await store.persons.scrub();

  const { kept, erased } = await store.persons.count(id);
  const at = now();
  const erasure: Erasure = {
    type: 'ERASE',
    campaignId: id,
    at: at.toISOString(),
    reason: isDue(campaign, at) ? 'schedule' : 'request',
    erased,
    keptForMarketing: kept,
    dataKeysBelow: version,
    keysDestroyed,
  };
  await store.audit.append(id, erasure);
  return erasure;
}

/** Agreed to hear of the store, and did not take that back. */
const isHeard = ({ marketingConsent, marketingWithdrawnAt }: StoredEntry): boolean =>
  marketingConsent && marketingWithdrawnAt === undefined;

/** Nobody is sent a link any more. Tax papers that must be kept keep their key. */
async function destroyWinnerKeys(id: string, { store, winnerKeys }: EraseDeps): Promise<WinnerKeyKind[]> {
  const kinds: WinnerKeyKind[] = (await store.awards.keepsTax(id)) ? ['claim-key'] : ['claim-key', 'tax-key'];
  await winnerKeys.destroy(id, kinds);
  return kinds;
}

async function sign(erasure: Erasure, { keyring }: PersonDeps): Promise<ErasureReceipt> {
  const { signingKey } = await keyring.of(erasure.campaignId);
  const hash = createHash('sha256')
    .update(`kt-event-erasure/1\0${canonicalJson(erasure)}`)
    .digest('hex');
  return { erasure, signature: signHash(hash, signingKey) };
}

/** Campaigns that are over and past the day on which their data was promised to be gone, and still have it. */
export async function findOverdue({ store, now }: PersonDeps): Promise<Campaign[]> {
  const ended = await store.campaigns.list({ states: endedStates });
  const overdue: Campaign[] = [];
  for (const campaign of ended.filter((each) => isDue(each, now()))) {
    const { kept } = await store.persons.count(campaign.id);
    if (kept > 0 && !(await erasureOf(campaign.id, { store }))) overdue.push(campaign);
  }
  return overdue;
}

function isDue({ plan }: Campaign, at: Date): boolean {
  return plan !== undefined && at.getTime() >= Date.parse(plan.schedule.deleteAt);
}

/** Erases one entry's person and nothing else. */
export async function erasePerson(campaignId: string, entryId: string, deps: PersonDeps): Promise<void> {
  const { keyVersion } = await deps.keyring.of(campaignId);
  await deps.store.persons.reseal(campaignId, [{ id: entryId, keyVersion, ...nobody }]);
  await deps.store.persons.forget(campaignId);
  await deps.store.persons.scrub();
}
