import { createHash } from 'node:crypto';
import type { ChannelPost, PostMedia } from '../providers/channel.js';
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
}

/**
 * Puts the finished creatives of one channel together. Nothing is written here: what was approved is what is sent.
 * The media have no addresses yet: {@link withAddresses}.
 */
export function composePost(channel: Channel, input: ComposeInput): ChannelPost {
  const { campaignId, brief, plan, creatives, link } = input;
  const own = creatives.filter((creative) => creative.channel === channel && creative.spare !== true);
  const words = own.find(({ kind }) => kind === 'text');
  const title = chosenConcept(plan).copies.find((copy) => copy.channel === channel)?.title ?? brief.name;
  const ofKind = (wanted: Creative['kind']) =>
    own.filter(({ kind }) => kind === wanted).map((creative) => ({ ...creative, url: '' }));
  return {
    campaignId,
    store: brief.store,
    title,
    text: words?.text ?? '',
    hashtags: words?.hashtags ?? [],
    images: ofKind('image'),
    videos: ofKind('video'),
    audio: ofKind('audio'),
    link,
    period: brief.period,
  };
}

/** The post with an address for each of its media, asked for at the same time. */
export async function withAddresses(
  post: ChannelPost,
  urlOf: (creative: Creative) => Promise<string>,
): Promise<ChannelPost> {
  const addressed = (media: readonly PostMedia[]) =>
    Promise.all(media.map(async (creative) => ({ ...creative, url: await urlOf(creative) })));
  const [images, videos, audio] = await Promise.all(
    [post.images, post.videos, post.audio].map((media) => addressed(media)),
  );
  return { ...post, images: images ?? [], videos: videos ?? [], audio: audio ?? [] };
}

/** Hash of what people will see and hear. Addresses are not in it: they are signed anew. */
export function hashPost(post: ChannelPost): string {
  const media = [...post.images, ...post.videos, ...post.audio].map(({ sha256 }) => sha256);
  return hash([...wordsOf(post), media]);
}

/** Hash of the words alone, which tells two posts with the same message apart from two messages: pictures carry addresses. */
export function hashWords(post: ChannelPost): string {
  return hash(wordsOf(post));
}

function wordsOf({ title, text, hashtags, link }: ChannelPost): readonly unknown[] {
  return [title, text.replaceAll(link, ''), hashtags];
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
