import { type Campaign, type KtEvent, type Plan, UserError } from '@kt-event/sdk';

export type PlannedCampaign = Campaign & { readonly plan: Plan };

/** The campaign of a public address. A draft is as good as absent. */
export async function findCampaign(ktEvent: Pick<KtEvent, 'find'>, slug: string): Promise<PlannedCampaign> {
  const campaign = await ktEvent.find(slug);
  if (!campaign?.plan || campaign.slug !== slug) throw new UserError('USER_002', { what: 'event', id: slug });
  return { ...campaign, plan: campaign.plan };
}
