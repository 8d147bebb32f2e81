import { entryUrlAt } from './campaign/entry-url.js';
import { keepNews, markPublication } from './campaign/mark-publication.js';
import { measurePublications } from './campaign/measure-publications.js';
import { previewDistribution } from './campaign/preview-distribution.js';
import { readPost } from './campaign/read-post.js';
import { campaignRunId, requireCampaign } from './campaign/read-status.js';
import { refreshPublications } from './campaign/refresh-publications.js';
import { findWithdrawable, type Withdrawable } from './campaign/unpublish.js';
import { createWithdrawalWorkflow, withdrawalDefinition } from './campaign/withdrawal-workflow.js';
import type { Parts } from './client-parts.js';
import { isCancellation, KtEventError } from './errors/index.js';
import type { KtEvent } from './kt-event.js';
import { printedUrl } from './printed-url.js';
import type { ChannelAdapter } from './providers/channel.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import { parseInput } from './schema/parse.js';
import { type Channel, instantSchema } from './schema/primitives.js';
import type { Publication } from './schema/publication.js';

type PublicationMethods = Pick<
  KtEvent,
  | 'previewDistribution'
  | 'refreshPublications'
  | 'measurePublications'
  | 'confirmPublication'
  | 'markPublication'
  | 'unpublish'
  | 'revokeMedia'
  | 'rotateMediaKey'
>;

export function publications(parts: Parts): PublicationMethods {
  const { store, now } = parts;
  return {
    async previewDistribution(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      const entryUrl = await entryUrlOf(parts, campaign);
      return previewDistribution(campaign, { ...store, channels: channelsOf(parts, campaign), entryUrl });
    },
    async refreshPublications(campaignId, { signal } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      const channels = channelsOf(parts, campaign);
      return refreshPublications(campaign.id, { outcomes: store.outcomes, channels, now, signal });
    },
    async measurePublications(campaignId, { signal } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      const channels = channelsOf(parts, campaign);
      return measurePublications(campaign.id, { outcomes: store.outcomes, channels, signal });
    },
    async confirmPublication(campaignId, channel, url, { signal } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      const mark = { link: (await entryUrlOf(parts, campaign))(channel), slug: campaign.slug };
      const seen = await readPost({ channel, url, mark, signal }, parts.providers.posts);
      const news = { state: 'published', ...seen } as const;
      const doubted = await settleDoubt(parts, campaign, channel);
      const kept = doubted && (await keepNews({ ...store, now }, doubted, news));
      return kept ?? markPublication({ ...store, now }, campaign.id, channel, news);
    },
    async markPublication(campaignId, channel, { state, reason, scheduledFor: at }) {
      const scheduledFor = at === undefined ? undefined : parseInput(instantSchema, at, 'scheduledFor');
      const { id } = await requireCampaign(store, campaignId);
      const news = { state, reason, scheduledFor, evidence: 'person' } as const;
      return markPublication({ ...store, now }, id, channel, news);
    },
    async unpublish(campaignId, { channels, signal } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      const adapters = channelsOf(parts, campaign);
      const found = await findWithdrawable(store, campaign, adapters, channels);
      const [failure] = await withdrawAll(parts, campaign, { found, signal });
      if (failure !== undefined) throw failure;
      return store.outcomes.publications(campaign.id);
    },
    async revokeMedia(campaignId) {
      const { id, state, mediaVersion } = await requireCampaign(store, campaignId);
      await store.campaigns.update(id, [state], { mediaVersion: mediaVersion + 1 });
      return requireCampaign(store, id);
    },
    async rotateMediaKey() {
      await parts.mediaKeys.rotate();
    },
  };
}

async function entryUrlOf(parts: Parts, campaign: Campaign) {
  return entryUrlAt(await printedUrl(parts, campaign.id), campaign);
}

function channelsOf({ providers, media }: Parts, { brief, folder }: Campaign): ChannelAdapter[] {
  return providers.channels(brief.channels, media(folder));
}

interface Withdrawals {
  readonly found: readonly Withdrawable[];
  readonly signal?: AbortSignal | undefined;
}

/** One run for each publication: the same id again takes up the run that stands. */
async function withdrawAll(
  parts: Parts,
  campaign: Campaign,
  { found, signal }: Withdrawals,
): Promise<unknown[]> {
  const runs = await Promise.all(
    found.map(({ channel, externalId }) =>
      parts.engine.start(
        withdrawalDefinition,
        { campaignId: campaign.id, channel, externalId },
        { runId: `withdraw-${campaign.id}-${channel}`, subject: campaign.id },
      ),
    ),
  );
  return advanceWithdrawals(parts, campaign, { runIds: runs.map(({ id }) => id), signal });
}

interface WithdrawalRuns {
  readonly runIds: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

async function advanceWithdrawals(
  parts: Parts,
  campaign: Campaign,
  { runIds, signal }: WithdrawalRuns,
): Promise<unknown[]> {
  const { store, engine, now } = parts;
  const channels = channelsOf(parts, campaign);
  const workflow = createWithdrawalWorkflow({ outcomes: store.outcomes, channels, now });
  const ended = await Promise.allSettled(
    runIds.map((runId) => engine.advance(runId, workflow as WorkflowDefinition, { signal })),
  );
  return ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
}

/**
 * Carries on what was interrupted, and takes back what a cancelled campaign still has out there. A failure stays with
 * its run, and stops nothing else.
 */
export async function carryOnWithdrawals(
  parts: Parts,
  campaignId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { store } = parts;
  const campaign = await requireCampaign(store, campaignId);
  const runs = await store.journal.list({ subject: campaign.id, states: unfinished });
  const runIds = runs.flatMap(({ id, definition }) => (definition === withdrawalDefinition.name ? [id] : []));
  const failures = await advanceWithdrawals(parts, campaign, { runIds, signal });
  if (campaign.state === 'cancelled') {
    const found = await findWithdrawable(store, campaign, channelsOf(parts, campaign));
    failures.push(...(await withdrawAll(parts, campaign, { found, signal })));
  }
  const grave = failures.find((failure) => isCancellation(failure) || !KtEventError.is(failure));
  if (grave !== undefined) throw grave;
}

const unfinished = ['queued', 'running', 'waiting', 'parked', 'failed'] as const;

/** A person who shows the post has decided what the ledger could not tell. @returns the publication that was in doubt. */
async function settleDoubt(
  { store }: Parts,
  { id }: Campaign,
  channel: Channel,
): Promise<Publication | undefined> {
  const publications = await store.outcomes.publications(id);
  const doubted = publications.find((one) => one.channel === channel && one.state === 'in_doubt');
  const effect = await store.journal.effect(campaignRunId(id), `distribute/${channel}`);
  if (effect?.state === 'parked' || effect?.state === 'in_doubt')
    await store.journal.resolve(effect.id, true);
  return doubted;
}
