import { type Campaign, type KtEvent, UserError } from '@kt-event/sdk';
import type { PlannedCampaign } from '../pages/planned-campaign.js';

/** The campaign of a public address. One that no person has approved yet is as good as absent. */
export async function findCampaign(ktEvent: Pick<KtEvent, 'find'>, slug: string): Promise<PlannedCampaign> {
  const campaign = await ktEvent.find(slug);
  if (!campaign?.plan || campaign.slug !== slug || !isPublic(campaign)) {
    throw new UserError('USER_002', { what: 'event', id: slug.slice(0, 16) });
  }
  return { ...campaign, plan: campaign.plan };
}

/** A cancelled one keeps its page only if it ever had one. */
function isPublic({ state, approval }: Campaign): boolean {
  return approval !== undefined && state !== 'draft' && state !== 'planned';
}
