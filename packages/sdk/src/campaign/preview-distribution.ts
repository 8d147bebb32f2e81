import { composePost, hashWords } from '../distribute/compose-post.js';
import { type Bilingual, UserError } from '../errors/index.js';
import type { ChannelAdapter } from '../providers/channel.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { Channel, Mode } from '../schema/primitives.js';
import type { PublicationState } from '../schema/publication.js';
import type { Store } from '../store/store.js';
import { publishedBy } from './claim-content.js';

/** What would be sent to one channel, and everything that speaks against it. */
export interface ChannelPreview {
  readonly channel: Channel;
  readonly mode: Mode;
  readonly provider: string;
  readonly assumedProtocol: boolean;
  /** Where it stands now; absent when nothing has been tried. */
  readonly state: PublicationState | undefined;
  readonly title: string;
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly media: readonly Creative[];
  /** People a message goes to; absent for a channel that anybody may pass by. */
  readonly recipients: number | undefined;
  readonly costKrw: number;
  /** Why the channel would not take it as it is. */
  readonly problems: readonly Bilingual[];
  /** Campaign that has published the same words there already. */
  readonly duplicateOf: string | undefined;
}

export interface PreviewDeps extends Pick<Store, 'claims' | 'outcomes'> {
  readonly channels: readonly ChannelAdapter[];
  readonly entryUrl: (channel: Channel) => string;
}

/**
 * Sends nothing and asks nobody.
 *
 * @throws UserError `USER_008` before the creatives are made.
 */
export async function previewDistribution(
  campaign: Campaign,
  { channels, entryUrl, ...store }: PreviewDeps,
): Promise<ChannelPreview[]> {
  const { id: campaignId, brief, plan, creatives, state } = campaign;
  if (!plan || creatives.length === 0) throw new UserError('USER_008', { state, action: 'preview' });
  const publications = await store.outcomes.publications(campaignId);
  return Promise.all(
    channels.map(async (adapter) => {
      const { channel, mode, provider, assumedProtocol } = adapter;
      const post = composePost(channel, { campaignId, brief, plan, creatives, link: entryUrl(channel) });
      return {
        channel,
        mode,
        provider,
        assumedProtocol,
        state: publications.find((publication) => publication.channel === channel)?.state,
        title: post.title,
        text: post.text,
        hashtags: post.hashtags,
        media: creatives.filter((creative) => creative.channel === channel && creative.kind !== 'text'),
        recipients: adapter.recipients?.(post),
        costKrw: adapter.priceKrw(post),
        problems: adapter.check(post),
        duplicateOf: await publishedBy(store, campaign, channel, hashWords(post)),
      };
    }),
  );
}
