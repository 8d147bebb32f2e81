import { BugError } from '../errors/index.js';
import type { DrawResult } from '../schema/draw.js';
import type { CampaignDeps } from './campaign-deps.js';
import { findingsOf, refuseErrors } from './judge-phase.js';

/**
 * Looks at a draw before anybody is told of it: nobody twice, nobody who was left out beforehand, criteria in public.
 * The draw itself stands: what is found here is for a person.
 *
 * @throws UserError `USER_003`
 */
export async function judgeDraw(
  deps: CampaignDeps,
  campaignId: string,
  results: readonly Pick<DrawResult, 'slot' | 'entry_id'>[],
): Promise<void> {
  const campaign = await deps.store.campaigns.find(campaignId);
  if (!campaign?.plan) throw new BugError('BUG_001', { reason: 'a draw without a plan' });
  const record = await deps.store.draws.find(campaignId);
  const excluded = await excludedEntries(deps, campaignId);
  const winnerKeys = results.map(({ entry_id: id }) => id);
  const drawn = {
    winnerKeys,
    relatedWinners: winnerKeys.filter((id) => excluded.has(id)).length,
    redraws: 0, // one campaign has one draw: the store keeps no second
    criteriaPublished: record?.commitment !== undefined,
  };
  refuseErrors(findingsOf({ ...campaign, plan: campaign.plan }, 'draw', { drawn }, deps));
}

/** The audit chain says of each entry that was left out which it is. */
async function excludedEntries({ store }: CampaignDeps, campaignId: string): Promise<ReadonlySet<string>> {
  const records = await store.audit.list(campaignId);
  return new Set(
    records.flatMap(({ record }) => {
      if (typeof record !== 'object' || record === null || !('type' in record)) return [];
      return record['type'] === 'EXCLUDE' && typeof record['entry_id'] === 'string'
        ? [record['entry_id']]
        : [];
    }),
  );
}
