import { type ErrorJson, isCancellation, KtEventError, UserError } from '../errors/index.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../providers/channel.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { EffectResult, RunContext } from '../runs/workflow.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import { composePost, hashPost } from './compose-post.js';

export interface DistributeInput {
  readonly campaign: Pick<Campaign, 'id' | 'brief'> & { readonly plan: Plan };
  readonly creatives: readonly Creative[];
  readonly entryUrl: (channel: Channel) => string;
  /** Where a channel can fetch a creative; may be signed and short-lived. Asked for once in a run. */
  readonly mediaUrl: (creative: Creative) => string;
}

export interface DistributeDeps {
  /** One for each channel of the brief. */
  readonly channels: readonly ChannelAdapter[];
  readonly run: Pick<RunContext, 'step' | 'effect' | 'all' | 'now' | 'item'>;
  /** Keeps a publication as soon as its outcome is known, and again when it is known better. */
  readonly savePublication?: ((publication: Publication) => Promise<void>) | undefined;
}

/** A value rather than an interface, so that a journal can hold it. */
type Placed = { readonly [Field in keyof Placement]: Placement[Field] };
type Shown = NonNullable<Publication['error']>;
type Unprepared = { readonly state: 'failed'; readonly error: Shown };
type Prepared = { readonly state: 'ready'; readonly handle?: string } | Unprepared;
type Outcome = EffectResult<Placed> | Unprepared | { readonly state: 'in_doubt' };

/**
 * Publishes on all channels at the same time, each at most once. A channel that fails or stays in doubt stops no other.
 *
 * @returns One publication for each channel of the brief, in its order.
 * @throws what the run throws when an effect is parked, after every other channel has its outcome; the
 * publication in doubt has been saved as such.
 */
export async function distribute(input: DistributeInput, deps: DistributeDeps): Promise<Publication[]> {
  const { run, channels } = deps;
  const pictures = input.creatives.filter(({ kind }) => kind === 'image');
  const mediaUrls = await run.step('distribute/media', async () =>
    Object.fromEntries(pictures.map((creative) => [creative.id, input.mediaUrl(creative)])),
  );
  return run.all(
    input.campaign.brief.channels.map((channel) => () => {
      const adapter = channels.find((adapter) => adapter.channel === channel);
      if (!adapter) throw new UserError('USER_002', { what: 'channel', id: channel });
      return place(adapter, toPost(channel, input, mediaUrls), deps);
    }),
  );
}

function toPost(
  channel: Channel,
  { campaign, creatives, entryUrl }: DistributeInput,
  mediaUrls: Readonly<Record<string, string>>,
): ChannelPost {
  const { id: campaignId, brief, plan } = campaign;
  return composePost(channel, { campaignId, brief, plan, creatives, mediaUrls, link: entryUrl(channel) });
}

async function place(adapter: ChannelAdapter, post: ChannelPost, deps: DistributeDeps): Promise<Publication> {
  const { run, savePublication } = deps;
  const { channel } = adapter;
  const keep = async (outcome: Outcome) => {
    const at = (await run.now(`distribute/${channel}/${outcome.state}`)).toISOString();
    const publication = toPublication(adapter, post, outcome, at);
    await savePublication?.(publication);
    run.item('distribute', channel, publication.state, publication.error?.code);
    return publication;
  };
  try {
    return await keep(await publish(adapter, post, run));
  } catch (error) {
    if (error instanceof ParkedEffect) await keep({ state: 'in_doubt' });
    throw error;
  }
}

async function publish(
  adapter: ChannelAdapter,
  post: ChannelPost,
  run: DistributeDeps['run'],
): Promise<Outcome> {
  const { channel, idempotency, quietMs } = adapter;
  const prepared = await prepare(adapter, post, run);
  if (prepared.state === 'failed') return prepared;
  const { handle } = prepared;
  const find = adapter.find?.bind(adapter);
  return run.effect<Placed>(`distribute/${channel}`, {
    idempotency,
    quietMs,
    priceKrw: adapter.priceKrw(post),
    request: { campaignId: post.campaignId, channel, contentHash: hashPost(post) },
    send: async (reference, signal) => ({ ...(await adapter.publish(post, { reference, handle, signal })) }),
    ...(find && {
      find: async (reference: string, signal: AbortSignal) => {
        const placement = await find(post, { reference, handle, signal });
        return placement && { ...placement };
      },
    }),
  });
}

/** Only success is kept: a later resume prepares again what failed. */
async function prepare(
  adapter: ChannelAdapter,
  post: ChannelPost,
  run: DistributeDeps['run'],
): Promise<Prepared> {
  const make = adapter.prepare?.bind(adapter);
  if (!make) return { state: 'ready' };
  try {
    const key = `distribute/${adapter.channel}/prepare`;
    return { state: 'ready', handle: await run.step(key, (signal) => make(post, signal)) };
  } catch (error) {
    if (isCancellation(error) || !KtEventError.is(error) || error.code.startsWith('STORE_')) throw error;
    return { state: 'failed', error: toShown(error.toJSON()) };
  }
}

function toPublication(
  adapter: ChannelAdapter,
  post: ChannelPost,
  outcome: Outcome,
  at: string,
): Publication {
  const { channel, mode, assumedProtocol } = adapter;
  const { campaignId } = post;
  const spent = outcome.state === 'acked' || outcome.state === 'confirmed';
  return {
    campaignId,
    channel,
    mode,
    assumedProtocol,
    at,
    contentHash: hashPost(post),
    costKrw: spent ? adapter.priceKrw(post) : 0,
    ...stateOf(outcome),
  };
}

function stateOf(outcome: Outcome): Pick<Publication, 'state' | 'externalId' | 'url' | 'error'> {
  switch (outcome.state) {
    case 'acked':
      return { ...outcome.value };
    case 'confirmed':
      return { state: 'published' }; // a person has seen it there
    case 'in_doubt':
      return { state: 'in_doubt' };
    case 'failed':
      return outcome;
    case 'rejected':
    case 'not_sent':
      return { state: 'failed', error: toShown(outcome.error) };
  }
}

function toShown({ code, message, hint, ko }: ErrorJson): Shown {
  return { code, message: { ko: ko.message, en: message }, hint: { ko: ko.hint, en: hint } };
}
