import type { ChannelAdapter, Placement } from '../providers/channel.js';
import type { Publication } from '../schema/publication.js';
import { canBecome, isUnderWay } from '../schema/publication-ways.js';
import type { Store } from '../store/store.js';
import { keepNews } from './mark-publication.js';

export interface RefreshDeps extends Pick<Store, 'outcomes'> {
  readonly channels: readonly ChannelAdapter[];
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks every channel that may have news of a campaign, at the same time. Reads only: what a channel says is kept, and
 * one that does not answer leaves its publication as it was.
 *
 * @returns the publications, in the order in which they are kept, and what could not be asked.
 */
export async function refreshPublications(
  campaignId: string,
  deps: RefreshDeps,
): Promise<{ readonly publications: readonly Publication[]; readonly failures: readonly unknown[] }> {
  const known = await deps.outcomes.publications(campaignId);
  const asked = await Promise.allSettled(known.map((publication) => refresh(publication, deps)));
  deps.signal?.throwIfAborted();
  return {
    publications: await deps.outcomes.publications(campaignId),
    failures: asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  };
}

async function refresh(publication: Publication, deps: RefreshDeps): Promise<void> {
  const { channel, mode, externalId } = publication;
  const adapter = deps.channels.find((one) => one.channel === channel && one.mode === mode);
  if (!adapter?.track || externalId === undefined || !mayHaveNews(publication)) return;
  const placement = await adapter.track(externalId, deps.signal);
  if (isNews(publication, placement)) await keepNews(deps, publication, toNews(placement));
}

function mayHaveNews({ state, delivery }: Publication): boolean {
  return isUnderWay(state) || (delivery?.pending ?? 0) > 0;
}

function isNews({ state, delivery, url }: Publication, placement: Placement): boolean {
  if (!canBecome(state, placement.state)) return false;
  const told = [placement.state, placement.delivery, placement.url ?? url];
  return JSON.stringify(told) !== JSON.stringify([state, delivery, url]);
}

function toNews({ state, url, scheduledFor, delivery, reason }: Placement) {
  return { state, url, scheduledFor, delivery, reason, evidence: 'channel' as const };
}
