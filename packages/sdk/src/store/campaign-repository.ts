import type { Campaign, CampaignState } from '../schema/campaign.js';

export interface CampaignRepository {
  add(campaign: Campaign): Promise<void>;
  find(id: string): Promise<Campaign | undefined>;
  findBySlug(slug: string): Promise<Campaign | undefined>;
  /** Newest first. */
  list(filter?: { readonly states?: readonly CampaignState[] }): Promise<Campaign[]>;
  /**
   * Changes the campaign only while it is in `from`, so that two writers cannot both move it.
   * @returns false when it was in another state.
   */
  update(
    id: string,
    from: readonly CampaignState[],
    change: Partial<Pick<Campaign, 'state' | 'plan' | 'approval' | 'creatives' | 'mediaVersion'>>,
  ): Promise<boolean>;
}
