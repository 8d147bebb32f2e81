import { createHash } from 'node:crypto';
import type { ChannelPost } from '../providers/channel.js';
import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import { chosenConcept, type Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';

export interface ComposeInput {
  readonly campaignId: string;
  readonly brief: Brief;
  readonly plan: Plan;
  readonly creatives: readonly Creative[];
  readonly link: string;
  /** Address at which the channel can fetch a creative, by the creative's id. */
  readonly mediaUrls: Readonly<Record<string, string>>;
}

/** Puts the finished creatives of one channel together. Nothing is written here: what was approved is what is sent. */
export function composePost(channel: Channel, input: ComposeInput): ChannelPost {
  const { campaignId, brief, plan, creatives, link, mediaUrls } = input;
  const own = creatives.filter((creative) => creative.channel === channel);
  const words = own.find(({ kind }) => kind === 'text');
  const title = chosenConcept(plan).copies.find((copy) => copy.channel === channel)?.title ?? brief.name;
  return {
    campaignId,
    store: brief.store,
    title,
    text: words?.text ?? '',
    hashtags: words?.hashtags ?? [],
    images: own
      .filter(({ kind }) => kind === 'image')
      .map((creative) => ({ ...creative, url: mediaUrls[creative.id] ?? '' })),
    link,
    period: brief.period,
  };
}

/** Hash of what people will see. Addresses are not in it: they may be signed anew. */
export function hashPost({ title, text, hashtags, images, link }: ChannelPost): string {
  const seen = [title, text.replaceAll(link, ''), hashtags, images.map(({ sha256 }) => sha256)];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
