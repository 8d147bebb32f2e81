import { nextSendTime } from '../notify/next-send-time.js';
import type { Run } from '../runs/journal.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import type { Store } from '../store/store.js';
import { contentHash } from './content-hash.js';
import { generationDefinition } from './generation-workflow.js';
import { lateClaimsDefinition } from './late-claims-workflow.js';
import { voidNoticesDefinition } from './void-notices-workflow.js';
import { withdrawalDefinition } from './withdrawal-workflow.js';

/** Campaigns that can go on now: interrupted ones, and those whose time, approval or decision has come. */
export async function findDue(store: Store, now: Date): Promise<Campaign[]> {
  const all = await store.journal.list({ states: ['queued', 'running', 'waiting', 'parked'] });
  // who asked for creatives alone wants no more than that: such a run is carried on by its own kind
  const runs = all.filter(({ definition }) => definition !== generationDefinition.name);
  const isAwake = ({ wakeAt }: Run) => wakeAt === undefined || new Date(wakeAt) <= now;
  const found = await Promise.all(
    runs.map((run) => (isAwake(run) ? dueCampaign(store, run) : calledCampaign(store, run, now))),
  );
  const due = [...found.flatMap((campaign) => campaign ?? []), ...(await lateCampaigns(store, now))];
  return [...new Map(due.map((campaign) => [campaign.id, campaign])).values()];
}

/** How far back it looks, so that a promotion in the very moment in which a run fell asleep is not overlooked. */
const overlapMs = 60_000;

/** A run that waits for claims is called when somebody came to hold a prize behind its back: they want to be told. */
async function calledCampaign(store: Store, run: Run, now: Date): Promise<Campaign | undefined> {
  if (run.waitingFor !== 'claims' || nextSendTime(now) > now) return undefined;
  const since = new Date(Date.parse(run.updatedAt) - overlapMs).toISOString();
  return (await store.awards.hasUntold(run.subject, since)) ? store.campaigns.find(run.subject) : undefined;
}

/** Settled, and somebody was promoted since: they want to be told, by day, by a run that is not there yet. */
async function lateCampaigns(store: Store, now: Date): Promise<Campaign[]> {
  if (nextSendTime(now) > now) return [];
  const late: Campaign[] = [];
  for (const id of await store.awards.lateUntold()) {
    const runs = await store.journal.list({ subject: id });
    const isCarried = ({ definition, state }: Run) =>
      definition === lateClaimsDefinition.name && state !== 'ended' && state !== 'cancelled';
    const campaign = runs.some(isCarried) ? undefined : await store.campaigns.find(id);
    if (campaign) late.push(campaign);
  }
  return late;
}

async function dueCampaign(store: Store, run: Run): Promise<Campaign | undefined> {
  const campaign = await store.campaigns.find(run.subject);
  if (!campaign) return undefined;
  if (run.definition === voidNoticesDefinition.name && !(await store.draws.voidOf(campaign.id)))
    return undefined;
  const timed = run.wakeAt !== undefined;
  return timed || (await isDue(store, run, campaign)) ? campaign : undefined;
}

/** A run that no clock wakes. One whose campaign was cancelled behind its back only has to learn of it. */
async function isDue(store: Store, run: Run, campaign: Campaign): Promise<boolean> {
  const { id, state, waitingFor } = run;
  if (run.definition === withdrawalDefinition.name) return state === 'queued' || state === 'running';
  if (campaign.state === 'cancelled') return true;
  switch (state) {
    case 'running':
      return true; // its process died, or holds the lock and cannot be disturbed
    case 'queued':
      return campaign.approval !== undefined;
    case 'parked':
      return !(await isUndecided(store, id));
    case 'waiting':
      return waitingFor === 'approval' ? isApproved(campaign) : isPublic(campaign.state);
    default:
      return false;
  }
}

async function isUndecided({ journal }: Store, runId: string): Promise<boolean> {
  const effects = await journal.effects({ runId, states: ['parked', 'in_doubt'] });
  return effects.length > 0;
}

function isApproved(campaign: Campaign): boolean {
  return campaign.approval?.contentHash === contentHash(campaign);
}

const publicStates: readonly CampaignState[] = ['published', 'open', 'closed', 'drawn'];

/**
 * Before anything is published, a campaign that was told to stop after a stage waits for the next command. Afterwards
 * it has promised people an opening, an end and a draw: those come at their times, whoever stopped it.
 */
function isPublic(state: CampaignState): boolean {
  return publicStates.includes(state);
}
