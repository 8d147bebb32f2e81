import { storeKeyOf } from '../learn/store-key.js';
import { openOwnEntry, type ReceiptDeps, type ReceiptRequest } from '../participate/open-receipt.js';
import type { Campaign } from '../schema/campaign.js';
import { openEntry } from '../security/entry-seal.js';
import { findPerson } from './person.js';
import { requireCampaign } from './read-status.js';
import type { PersonDeps } from './reseal-persons.js';

/** A consent to hear of a store that was taken back. */
export interface WithdrawnConsent {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly store: string;
  /** When it was given. */
  readonly consentedAt: string;
  /** When it was taken back: the first time, however often it was asked for. */
  readonly withdrawnAt: string;
  /** It had been taken back before. */
  readonly repeated: boolean;
}

/** What became of the consent in one entry. */
export interface OwnConsent {
  readonly consentedAt: string;
  readonly withdrawnAt?: string | undefined;
}

/**
 * Takes back every consent that the owner of a phone has given to hear of stores, or of one store: in whichever of its
 * campaigns it was given. Nobody has to say why, and nothing else of the entry changes.
 *
 * @param storeKey - Of the store that is meant. All of them when absent
 * @throws UserError `USER_001` for no mobile number
 */
export async function withdrawConsents(
  phone: string,
  deps: PersonDeps,
  storeKey?: string,
): Promise<WithdrawnConsent[]> {
  const isMeant = ({ brief }: Campaign) => storeKey === undefined || storeKeyOf(brief.store) === storeKey;
  const withdrawn: WithdrawnConsent[] = [];
  for (const { campaign, entry } of await findPerson(phone, deps)) {
    if (!isMeant(campaign)) continue;
    const at = deps.now().toISOString();
    const withdrawnAt = await deps.store.persons.withdrawConsent(campaign.id, entry.id, at);
    if (withdrawnAt === undefined) continue; // had never agreed
    withdrawn.push({
      campaignId: campaign.id,
      campaignName: campaign.brief.name,
      store: campaign.brief.store.name,
      consentedAt: entry.receivedAt,
      withdrawnAt,
      repeated: entry.marketingWithdrawnAt !== undefined,
    });
  }
  return withdrawn;
}

/** What the holder of a receipt has agreed to; nothing when they have not. @throws UserError `USER_087` */
export async function ownConsent(
  request: ReceiptRequest,
  deps: ReceiptDeps,
): Promise<OwnConsent | undefined> {
  const { entry } = await openOwnEntry(request, deps);
  if (!entry.marketingConsent) return undefined;
  return { consentedAt: entry.receivedAt, withdrawnAt: entry.marketingWithdrawnAt };
}

/** For the holder of a receipt: they agreed to hear of a store, not of one event. @throws UserError `USER_087` */
export async function withdrawOwnConsent(
  request: ReceiptRequest,
  deps: PersonDeps,
): Promise<WithdrawnConsent[]> {
  const { entry, keys } = await openOwnEntry(request, { ...deps, entries: deps.store.entries });
  const { brief } = await requireCampaign(deps.store, request.campaignId);
  return withdrawConsents(openEntry(entry, keys).phone, deps, storeKeyOf(brief.store));
}
