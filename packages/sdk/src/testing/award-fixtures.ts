import type { Award } from '../schema/award.js';
import type { Store } from '../store/store.js';
import { aCampaign, aCampaignId, anInstant } from './fixtures.js';
import { hexOf } from './hex-of.js';

/** Winners hold the pieces of one prize; reserves come after them. */
export function drawnAwards(winners: number, reserves: number, campaignId = aCampaignId): Award[] {
  return Array.from({ length: winners + reserves }, (_, index) => {
    const no = index + 1;
    const common = { campaignId, no, entryId: hexOf(no, 32), at: anInstant, tokenHash: hexOf(no, 64) };
    return no > winners
      ? { ...common, state: 'reserve', reserve: no - winners }
      : { ...common, state: 'drawn', prizeId: 'latte', piece: no, claimUntil: '2026-12-22T00:00:00+09:00' };
  });
}

export async function openAwards(store: Store, winners: number, reserves: number): Promise<void> {
  await store.campaigns.add(aCampaign());
  await store.awards.open(drawnAwards(winners, reserves));
}
