import { openAddress, sealAddress } from '../award/seal-claim.js';
import { UserError } from '../errors/index.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import { blindIndex } from '../security/blind-index.js';
import { openEntry } from '../security/entry-seal.js';
import type { SealedForm } from '../store/award-repository.js';
import { type PersonDeps, resealPersons } from './reseal-persons.js';

export interface Rotated {
  /** Persons sealed anew. */
  readonly resealed: number;
  readonly keyVersion: number;
  /** False while entries are taken: a server that has not been started again may still seal with the key before. */
  readonly olderKeysDestroyed: boolean;
}

/**
 * Seals the persons of a campaign under a new data key. New entries of this process use it at once.
 * Run again after the closing, it destroys what it had to keep while entries were taken.
 */
export async function rotateDataKey(campaign: Campaign, deps: PersonDeps): Promise<Rotated> {
  const { id, state } = campaign;
  const keyVersion = await deps.keyring.renew(id);
  const resealed = await resealPersons(id, deps, (_entry, open) => open());
  await resealForms(id, deps);
  const olderKeysDestroyed = state !== 'open';
  if (olderKeysDestroyed) {
    await deps.keyring.retire(id, keyVersion);
    await deps.store.persons.scrub();
  }
  return { resealed, keyVersion, olderKeysDestroyed };
}

async function resealForms(id: string, { store, keyring, randomBytes }: PersonDeps): Promise<void> {
  const keys = await keyring.of(id);
  const resealed = new Map<number, SealedForm>();
  for (const [no, form] of await store.awards.forms(id)) {
    const place = { campaignId: id, no };
    const address = openAddress(form, place, keys);
    const anew = sealAddress({ address }, place, {
      key: keys.dataKey,
      keyVersion: keys.keyVersion,
      randomBytes,
    });
    if (anew) resealed.set(no, anew);
  }
  await store.awards.reseal(id, resealed);
}

/** States in which a phone may still come and must be recognised. */
const frozenStates: readonly CampaignState[] = ['published', 'open'];

/**
 * Finds the participants of a campaign by an index of the present master key. Never while entries are taken: a phone
 * that came under the old index would be a stranger under the new one.
 *
 * @returns how many participants were indexed anew
 * @throws UserError `USER_082` from the announcement to the closing
 */
export async function rotateIndexKey(campaign: Campaign, { store, keyring }: PersonDeps): Promise<number> {
  const { id, state } = campaign;
  if (frozenStates.includes(state)) throw new UserError('USER_082', { state });
  if (await keyring.hasNewestRoot(id)) return 0;
  const keys = await keyring.of(id);
  const next = keyring.nextIndexKey(id);
  const kept = (await store.entries.list(id)).filter(({ sealedPhone }) => sealedPhone !== '');
  const indexes = kept.map(
    (entry) => [entry.id, blindIndex(next, id, openEntry(entry, keys).phone)] as const,
  );
  await store.persons.reindex(id, new Map(indexes));
  await keyring.moveRoot(id);
  return indexes.length;
}
