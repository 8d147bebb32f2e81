import type { Campaign } from '../schema/campaign.js';
import { publicationStateSchema } from '../schema/publication.js';
import { isUnderWay } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';

const underWay = publicationStateSchema.options.filter(isUnderWay);

/**
 * Campaigns of which a channel may have news. One that was cancelled has none that anybody waits for, and of one that
 * is settled only deliveries are still counted.
 */
export async function findPending({
  campaigns,
  outcomes,
}: Pick<Store, 'campaigns' | 'outcomes'>): Promise<Campaign[]> {
  const pending = await outcomes.pendingPublications(underWay);
  const ids = [...new Set(pending.map(({ campaignId }) => campaignId))];
  const delivering = new Set(
    pending.flatMap(({ campaignId, delivery }) => ((delivery?.pending ?? 0) > 0 ? [campaignId] : [])),
  );
  const found = await Promise.all(ids.map((id) => campaigns.find(id)));
  return found.flatMap((campaign) => {
    if (!campaign || campaign.state === 'cancelled') return [];
    return campaign.state !== 'settled' || delivering.has(campaign.id) ? [campaign] : [];
  });
}
