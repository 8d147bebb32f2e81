import type { ChannelAdapter, ChannelMetrics } from '../providers/channel.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import type { Store } from '../store/store.js';

/** What people did with one publication. */
export interface Measured {
  readonly channel: Channel;
  readonly metrics: ChannelMetrics;
}

export interface MeasureDeps extends Pick<Store, 'outcomes'> {
  readonly channels: readonly ChannelAdapter[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks every channel that tells figures, at the same time. Reads only; nothing is kept.
 *
 * @returns one row for each channel that answered, and what could not be asked.
 */
export async function measurePublications(
  campaignId: string,
  { outcomes, channels, signal }: MeasureDeps,
): Promise<{ readonly measured: readonly Measured[]; readonly failures: readonly unknown[] }> {
  const publications = await outcomes.publications(campaignId);
  const asked = await Promise.allSettled(
    publications.flatMap((publication) => askOf(publication, channels, signal)),
  );
  signal?.throwIfAborted();
  return {
    measured: asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failures: asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
}

function askOf(
  { channel, mode, state, externalId }: Publication,
  channels: readonly ChannelAdapter[],
  signal: AbortSignal | undefined,
): Promise<Measured>[] {
  const adapter = channels.find((one) => one.channel === channel && one.mode === mode);
  if (!adapter?.measure || externalId === undefined || state !== 'published') return [];
  return [adapter.measure(externalId, signal).then((metrics) => ({ channel, metrics }))];
}
