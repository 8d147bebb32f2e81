import { UserError } from '../errors/index.js';
import { storeKeyOf } from '../learn/store-key.js';
import type { Effect, Run } from '../runs/journal.js';
import type { Campaign } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import type { Store } from '../store/store.js';
import type { CampaignStatus } from './campaign-status.js';

/** @throws UserError `USER_002` */
export async function requireCampaign(
  { campaigns }: Pick<Store, 'campaigns'>,
  id: string,
): Promise<Campaign> {
  const campaign = (await campaigns.find(id)) ?? (await campaigns.findBySlug(id));
  if (!campaign) throw new UserError('USER_002', { what: 'campaign', id });
  return campaign;
}

export const campaignRunId = (campaignId: string): string => `run-${campaignId}`;

/** The one run of a campaign. */
export async function runOf(
  { journal }: Pick<Store, 'journal'>,
  campaignId: string,
): Promise<Run | undefined> {
  return journal.find(campaignRunId(campaignId));
}

function inOrderOf(channels: readonly Channel[]) {
  return (a: Publication, b: Publication) => channels.indexOf(a.channel) - channels.indexOf(b.channel);
}

/** Every effect of a campaign: of its own run, and of those that took something back. */
export async function effectsOf(
  { journal }: Pick<Store, 'journal'>,
  campaignId: string,
): Promise<readonly Effect[]> {
  const runs = await journal.list({ subject: campaignId });
  const effects = await Promise.all(runs.map(({ id }) => journal.effects({ runId: id })));
  return effects.flat();
}

/** Everything known about one campaign, read at once. */
export async function readStatus(store: Store, campaignId: string): Promise<CampaignStatus> {
  const campaign = await requireCampaign(store, campaignId);
  const { id, rehearsal, brief } = campaign;
  const run = await runOf(store, id);
  const { outcomes } = store;
  const [publications, entries, remainingStock, draw, notices, report, insights, effects, guards] =
    await Promise.all([
      outcomes.publications(id).then((all) => all.toSorted(inOrderOf(brief.channels))),
      store.entries.tally(id),
      store.entries.remainingStock(id),
      store.draws.find(id),
      outcomes.notices(id),
      outcomes.report(id),
      outcomes.insights(storeKeyOf(brief.store), { rehearsal }),
      effectsOf(store, id),
      store.guards.tally(id),
    ]);
  const insight = insights.find(({ campaignId }) => campaignId === id);
  return {
    campaign,
    run,
    publications,
    entries,
    guards,
    remainingStock,
    draw,
    notices,
    report,
    insight,
    effects,
  };
}
