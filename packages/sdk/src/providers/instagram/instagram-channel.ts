import { ProviderError, UserError } from '../../errors/index.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../channel.js';
import {
  createInstagramApi,
  type InstagramApi,
  type InstagramApiOptions,
  type Media,
} from './instagram-api.js';

export interface InstagramOptions extends InstagramApiOptions {
  /** Waits between two looks at a container. Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const provider = 'instagram';

/** Source: Meta's content publishing guide; five hashtags since 2025-12-18 (META-004). Read 2026-11-20. */
const limits = { captionCharacters: 2_200, hashtags: 5 } as const;

/** Waits between looks. Pictures are usually ready at once; the guide asks for about one look a minute, five at most. */
const waitsMs = [2_000, 10_000, 60_000, 60_000, 60_000, 60_000] as const;

/**
 * Posts one picture. There is no key: the container made by `prepare` is what a lost publish is looked up by,
 * since a container is published at most once.
 */
export function createInstagramChannel({ sleep, ...options }: InstagramOptions): ChannelAdapter {
  const api = createInstagramApi(options);

  return {
    channel: 'instagram',
    provider,
    mode: options.mode,
    idempotency: 'lookup',
    quietMs: 30_000, // [A] a publish takes 1 to 5 s
    assumedProtocol: false,
    priceKrw: () => 0,
    check: () => [],

    async prepare(post, signal) {
      const form = toContainer(post);
      await requireQuota(api, signal);
      const { id } = await api.createContainer(form, signal);
      await untilReady(api, id, sleep, signal);
      return id;
    },

    async publish(_post, { handle, signal }) {
      const { id } = await api.publish(requireHandle(handle), signal);
      return toPlacement(await readBack(api, id, signal));
    },

    async find(post, { handle, signal }) {
      const container = requireHandle(handle);
      if ((await api.containerStatus(container, signal)) !== 'PUBLISHED') return undefined;
      const caption = toCaption(post);
      const media = (await api.recentMedia(signal)).find((media) => media.caption?.trim() === caption);
      return toPlacement(media ?? { id: `container-${container}` });
    },
  };
}

function toContainer(post: ChannelPost): Record<string, string> {
  const image = post.images.find(({ mediaType }) => mediaType === 'image/jpeg');
  if (!image) throw new UserError('USER_032', { provider, reason: 'no JPEG picture' });
  return { image_url: image.url, alt_text: image.text, caption: toCaption(post) };
}

function toCaption({ text, hashtags }: ChannelPost): string {
  const tags = hashtags.map((tag) => `#${tag.replace(/^#+/, '')}`);
  const caption = [text, tags.join(' ')].join('\n\n').trim();
  if (tags.length > limits.hashtags) throw tooMuch('hashtags', tags.length);
  if (caption.length > limits.captionCharacters) throw tooMuch('captionCharacters', caption.length);
  return caption;
}

function tooMuch(what: keyof typeof limits, count: number): UserError {
  return new UserError('USER_032', { provider, reason: `${what} ${count} > ${limits[what]}` });
}

async function requireQuota(api: InstagramApi, signal?: AbortSignal): Promise<void> {
  const quota = await api.quota(signal);
  if (!quota || quota.used < quota.total) return;
  const reason = `daily limit, ${quota.used} of ${quota.total} posts used`;
  throw new ProviderError('PROVIDER_001', { provider, reason });
}

async function untilReady(
  api: InstagramApi,
  container: string,
  sleep: InstagramOptions['sleep'],
  signal?: AbortSignal,
): Promise<void> {
  for (const waitMs of [...waitsMs, undefined]) {
    const status = await api.containerStatus(container, signal);
    if (status === 'FINISHED') return;
    if (status !== 'IN_PROGRESS')
      throw new ProviderError('PROVIDER_001', { provider, reason: `container ${status}` });
    if (waitMs !== undefined) await sleep(waitMs, signal);
  }
  throw new ProviderError('PROVIDER_002', { provider, status: 'IN_PROGRESS' });
}

/** The post is there already: not getting its address is no failure. */
async function readBack(api: InstagramApi, id: string, signal?: AbortSignal): Promise<Media> {
  try {
    return await api.media(id, signal);
  } catch {
    return { id };
  }
}

function toPlacement({ id, permalink }: Media): Placement {
  return { externalId: id, state: 'published', ...(permalink !== undefined && { url: permalink }) };
}

function requireHandle(handle: string | undefined): string {
  if (handle !== undefined) return handle;
  throw new ProviderError('PROVIDER_001', { provider, reason: 'no prepared container' });
}
