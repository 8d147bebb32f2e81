import { UserError } from '../errors/index.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import type { CampaignRepository } from '../store/campaign-repository.js';

/** From which states each state can be reached. Nothing leads out of `settled` and `cancelled`. */
const ways: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: [],
  planned: ['draft'],
  approved: ['planned'],
  published: ['approved'],
  open: ['published'],
  closed: ['open'],
  drawn: ['closed'],
  settled: ['drawn', 'closed'],
  cancelled: ['draft', 'planned', 'approved', 'published', 'open', 'closed', 'drawn'],
};

/**
 * Moves a campaign to a state, or confirms that it is there: a step that was interrupted may run again.
 *
 * @throws UserError `USER_002`, or `USER_008` when no way leads there.
 */
export async function moveCampaign(
  campaigns: CampaignRepository,
  id: string,
  to: CampaignState,
  change: Partial<Pick<Campaign, 'plan' | 'approval' | 'creatives'>> = {},
): Promise<void> {
  const moved = await campaigns.update(id, [...ways[to], to], { state: to, ...change });
  if (moved) return;
  const campaign = await campaigns.find(id);
  if (!campaign) throw new UserError('USER_002', { what: 'campaign', id });
  throw new UserError('USER_008', { state: campaign.state, action: to });
}
