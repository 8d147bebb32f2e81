import { learn } from '../learn/learn.js';
import { storeKeyOf } from '../learn/store-key.js';
import { nextIdeas } from '../plan/next-ideas.js';
import type { Campaign } from '../schema/campaign.js';
import type { Insight } from '../schema/insight.js';
import type { Report } from '../schema/report.js';
import { dayOf } from '../schema/seoul-time.js';
import type { CampaignDeps } from './campaign-deps.js';

/** What a measured campaign teaches, beside what its store had learnt before, and what could be done next. */
export async function insightOf(
  { store, knowledge, now }: Pick<CampaignDeps, 'store' | 'knowledge' | 'now'>,
  campaign: Campaign,
  report: Report,
): Promise<Insight> {
  const { id, brief, rehearsal } = campaign;
  const storeKey = storeKeyOf(brief.store);
  const [all, peers] = await Promise.all([
    store.outcomes.insights(storeKey, { rehearsal }),
    store.outcomes.sharedInsights(brief.store.industry, { rehearsal, except: storeKey }),
  ]);
  const before = all.filter(({ campaignId }) => campaignId !== id);
  const earlier = before.flatMap(({ rates }) => rates);
  const insight = learn({ campaign, report, earlier }, { newId: () => id, knowledge }); // one for each campaign
  const insights = [insight, ...before];
  return { ...insight, ideas: nextIdeas({ brief, today: dayOf(now()), insights, peers }, knowledge) };
}
