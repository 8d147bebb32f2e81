import type { Campaign } from '../schema/campaign.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import type { Spending } from '../store/spending.js';
import type { Arrival } from './arrival.js';
import type { EntryForm, EntryRequest } from './entry-request.js';
import { proveVisit } from './visit-proof.js';

interface EntrySetting {
  readonly campaign: Campaign;
  readonly keys: Pick<CampaignKeys, 'visitKey' | 'indexKey'>;
  readonly arrival: Arrival;
  readonly idempotencyKey: string | undefined;
  readonly spends: Spending | undefined;
}

/** What a form is worth in this campaign. */
export function toEntryRequest({ input, phone, text }: EntryForm, setting: EntrySetting): EntryRequest {
  const { campaign, keys, arrival, idempotencyKey, spends } = setting;
  const { brief, id: campaignId } = campaign;
  const visit = proveVisit(input, { campaignId, brief, keys, receivedAt: arrival.receivedAt });
  return {
    arrivalNo: arrival.no,
    receivedAtMs: arrival.receivedAt.getTime(),
    campaignId,
    name: input.name.normalize('NFC'),
    phone,
    weight: weightOf(campaign, visit !== undefined),
    visited: visit !== undefined,
    visitProof: visit?.visitProof,
    receiptHash: visit?.receiptHash,
    marketingConsent: input.marketingConsent,
    idempotencyKey,
    spends,
    text,
  };
}

/** At most one bonus for one entry, whatever proves the visit. */
function weightOf({ brief: { entry } }: Campaign, visited: boolean): number {
  return entry.mechanic === 'lottery' && visited ? 1 + entry.visitBonus : 1;
}
