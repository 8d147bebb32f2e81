import { ProviderError } from '../../errors/index.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../channel.js';
import { requireFit } from '../require-fit.js';
import { checkInstagramPost } from './check-instagram-post.js';
import type { Media } from './graph-answer.js';
import { createInstagramApi, type InstagramApi, type InstagramApiOptions } from './instagram-api.js';
import { insightNames, toMetrics } from './instagram-metrics.js';
import { toCaption } from './instagram-post.js';
import { makeContainer } from './make-container.js';

export type InstagramOptions = InstagramApiOptions;

const provider = 'instagram';

/** Source: Meta's content publishing guide, read 2026-11-20: a container expires after 24 hours. One is left to publish. */
const handleLifeMs = 23 * 3_600_000;

/** [A] A publish takes 1 to 5 s. */
const quietMs = 30_000;

/** What stands for a post that is up but was not found among the latest: it cannot be asked for. */
const unknownPrefix = 'container-';

/**
 * Posts a picture, a carousel or a reel. There is no key: the container made by `prepare` is what a lost publish is
 * looked up by, since a container is published at most once. Publishing it again finds the post that is there.
 *
 * Every call throws `AUTH_004` when the owner must log in again, `AUTH_002` when the token may not do it. There is no
 * `withdraw`: Meta's interface cannot delete a post, so a person does it in the app.
 */
export function createInstagramChannel(options: InstagramOptions): ChannelAdapter {
  const { now, sleep } = options;
  const api = createInstagramApi(options);
  let quietUntilMs = 0;

  return {
    channel: 'instagram',
    provider,
    mode: options.mode,
    idempotency: 'lookup',
    quietMs,
    assumedProtocol: false,
    handleLifeMs,
    priceKrw: () => 0,
    check: checkInstagramPost,

    async prepare(post, signal) {
      requireFit(provider, checkInstagramPost(post));
      await api.keepTokenFresh(signal);
      return makeContainer(api, post, sleep, signal);
    },

    async publish(post, { handle, signal }) {
      requireFit(provider, checkInstagramPost(post));
      const container = requireHandle(handle);
      const id = await api.publish(container, signal).catch((error: unknown) => {
        quietUntilMs = now().getTime() + quietMs; // the request may have left long after the intent: it waited its turn
        throw error;
      });
      if (id === undefined) return locate(api, post, container, signal);
      return toPlacement(await readBack(api, id, signal));
    },

    async find(post, { handle, signal }) {
      const container = requireHandle(handle);
      const restMs = quietUntilMs - now().getTime();
      if (restMs > 0) await sleep(restMs, signal);
      const { status_code: state } = await api.container(container, signal);
      return state === 'PUBLISHED' ? locate(api, post, container, signal) : undefined;
    },

    /** [M] A post that was deleted and one that this account may not see are told apart by nothing. */
    async track(externalId, signal) {
      if (externalId.startsWith(unknownPrefix)) return { externalId, state: 'published' };
      const media = await api.media(externalId, signal);
      return media ? toPlacement(media) : { externalId, state: 'withdrawn' };
    },

    async measure(externalId, signal) {
      if (externalId.startsWith(unknownPrefix)) return {};
      return toMetrics(await api.insights(externalId, insightNames, signal));
    },
  };
}

/** The post made of a published container: among the latest by its caption, the newest of several. */
async function locate(
  api: InstagramApi,
  post: ChannelPost,
  container: string,
  signal?: AbortSignal,
): Promise<Placement> {
  const caption = toComparable(toCaption(post));
  const recent = await api.recentMedia(signal);
  const media = recent.find((media) => toComparable(media.caption ?? '') === caption);
  if (media) return toPlacement(media);
  return { externalId: `${unknownPrefix}${container}`, state: 'published' };
}

/** [A] Instagram may keep blanks and composed letters in a form of its own. */
function toComparable(caption: string): string {
  return caption.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The post is there already: not getting its address is no failure. */
async function readBack(api: InstagramApi, id: string, signal?: AbortSignal): Promise<Media> {
  try {
    return (await api.media(id, signal)) ?? { id };
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
