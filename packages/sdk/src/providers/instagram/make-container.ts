import { BugError, ProviderError } from '../../errors/index.js';
import { withTimeout } from '../../resilience/with-timeout.js';
import type { ChannelPost } from '../channel.js';
import type { InstagramApi } from './instagram-api.js';
import { containerFailure, dailyLimitReached } from './instagram-error.js';
import { chooseMedia, type InstagramMedia, toCaption, toContainerPlan } from './instagram-post.js';
import type { PaceOptions } from './usage-pace.js';

const provider = 'instagram';

/**
 * Waits between looks, for all the containers of one post together. Pictures are usually ready at once, a reel takes
 * 20 to 180 s [M]; the guide asks for about one look a minute and five minutes at most, which neither row exceeds.
 */
export const waitsMs: Readonly<Record<InstagramMedia['kind'], readonly number[]>> = {
  picture: [2_000, 10_000, 60_000, 60_000, 60_000, 60_000],
  carousel: [2_000, 10_000, 60_000, 60_000, 60_000, 60_000],
  reel: [20_000, 20_000, 40_000, 60_000, 60_000, 60_000],
};
/** Ours: the five minutes of waiting and one for the calls. */
const deadlineMs = 6 * 60_000;

/** Makes what a post is published from, and waits until Instagram has taken it in. @returns its id */
export function makeContainer(
  api: InstagramApi,
  post: ChannelPost,
  sleep: PaceOptions['sleep'],
  signal?: AbortSignal,
): Promise<string> {
  const make = async (signal: AbortSignal) => {
    const media = chooseMedia(post);
    if (!media) throw new BugError('BUG_001', { reason: 'a post without media was not refused' });
    await requireQuota(api, signal);
    const untilReady = createPatience(api, waitsMs[media.kind], sleep);
    const { children, form } = toContainerPlan(media, toCaption(post));
    const ids: string[] = [];
    for (const child of children) ids.push((await api.createContainer(child, signal)).id);
    for (const id of ids) await untilReady(id, signal);
    const gathered = ids.length === 0 ? form : { ...form, children: ids.join(',') };
    const { id } = await api.createContainer(gathered, signal);
    await untilReady(id, signal);
    return id;
  };
  return withTimeout(make, { name: provider, timeoutMs: deadlineMs, signal });
}

async function requireQuota(api: InstagramApi, signal: AbortSignal): Promise<void> {
  const quota = await api.quota(signal);
  if (quota && quota.used >= quota.total) throw dailyLimitReached(quota.used, quota.total);
}

/** Looks at one container after the other; a wait for one is a wait for all. */
function createPatience(api: InstagramApi, waitsMs: readonly number[], sleep: PaceOptions['sleep']) {
  const left = [...waitsMs];
  return async (container: string, signal: AbortSignal): Promise<void> => {
    while (!(await isReady(api, container, signal))) {
      const waitMs = left.shift();
      if (waitMs === undefined) throw new ProviderError('PROVIDER_002', { provider, status: 'IN_PROGRESS' });
      await sleep(waitMs, signal);
    }
  };
}

async function isReady(api: InstagramApi, container: string, signal: AbortSignal): Promise<boolean> {
  const { status_code: state, status = '' } = await api.container(container, signal);
  if (state !== 'FINISHED' && state !== 'IN_PROGRESS') throw containerFailure(state, status);
  return state === 'FINISHED';
}
