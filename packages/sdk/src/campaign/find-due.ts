import type { Run } from '../runs/journal.js';
import type { Campaign } from '../schema/campaign.js';
import type { Store } from '../store/store.js';
import { contentHash } from './content-hash.js';
import { isFinal } from './move-campaign.js';

/** Campaigns that can go on now: interrupted ones, and those whose time or approval has come. */
export async function findDue(store: Store, now: Date): Promise<Campaign[]> {
  const runs = await store.journal.list({ states: ['queued', 'running', 'waiting'] });
  const found = await Promise.all(runs.map((run) => dueCampaign(store, run, now)));
  return found.flatMap((campaign) => campaign ?? []);
}

async function dueCampaign({ campaigns }: Store, run: Run, now: Date): Promise<Campaign | undefined> {
  const campaign = await campaigns.find(run.subject);
  if (!campaign || isFinal(campaign.state)) return undefined;
  return isDue(run, campaign, now) ? campaign : undefined;
}

function isDue({ state, wakeAt, waitingFor }: Run, campaign: Campaign, now: Date): boolean {
  if (state !== 'waiting') return state === 'running' || campaign.approval !== undefined;
  if (wakeAt !== undefined) return new Date(wakeAt) <= now;
  return waitingFor === 'approval' && campaign.approval?.contentHash === contentHash(campaign);
}
