import { UserError } from '../errors/index.js';
import type { Approval, Campaign, CampaignState } from '../schema/campaign.js';
import type { Store } from '../store/store.js';
import { contentHash } from './content-hash.js';
import { modelMadeAmong } from './model-made.js';
import { requireCampaign } from './read-status.js';

/**
 * Keeps a person's yes: to the plan, and once more to what models have painted since.
 *
 * @throws UserError `USER_007` when the content is another than the one approved, `USER_008` once it is public.
 */
export async function approveCampaign(
  store: Store,
  campaignId: string,
  approval: Approval,
): Promise<Campaign> {
  const campaign = await requireCampaign(store, campaignId);
  const hash = contentHash(campaign);
  if (hash !== approval.contentHash) {
    throw new UserError('USER_007', { campaignId: campaign.id, contentHash: hash.slice(0, 12) });
  }
  const open: CampaignState[] = modelMadeAmong(campaign.creatives).length > 0 ? ['approved'] : ['planned'];
  const kept = await store.campaigns.update(campaign.id, open, { approval });
  if (!kept) throw new UserError('USER_008', { state: campaign.state, action: 'approve' });
  return requireCampaign(store, campaign.id);
}
