import type { Campaign, Plan } from '@kt-event/sdk';

/** A campaign that people may see has a plan. */
export type PlannedCampaign = Campaign & { readonly plan: Plan };
