import { type ErrorJson, type Language, UserError } from '../errors/index.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../providers/channel.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { EffectResult, EffectSpec, RunContext, Sending } from '../runs/workflow.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import { channelWords } from './channel-words.js';
import { composePost, hashPost, hashWords, withAddresses } from './compose-post.js';

export interface DistributeInput {
  readonly campaign: Pick<Campaign, 'id' | 'brief'> & { readonly plan: Plan };
  readonly creatives: readonly Creative[];
  readonly entryUrl: (channel: Channel) => string;
  /** Channels to place it on now; of the brief's others, those without a publication are `held`. */
  readonly channels: readonly Channel[];
  /** A person has channels that refused for good tried again. @defaultValue false */
  readonly again?: boolean | undefined;
  /** What stands already. */
  readonly publications: readonly Publication[];
}

export interface DistributeDeps {
  /** One for each channel of the brief. */
  readonly channels: readonly ChannelAdapter[];
  readonly run: Pick<RunContext, 'effect' | 'all' | 'item'>;
  readonly clock: () => Date;
  /** Address at which a channel can fetch a creative, uploaded if need be, signed as of `at`. Never kept. */
  readonly mediaUrl: (creative: Creative, at: Date) => Promise<string>;
  /** Keeps a publication as soon as its outcome is known, and again when it is known better. */
  readonly savePublication: (publication: Publication) => Promise<void>;
  /** Reserves these words for this campaign. @returns the campaign that has published them already, if another. */
  readonly claim: (channel: Channel, wordsHash: string) => Promise<string | undefined>;
}

/** A value rather than an interface, so that a journal can hold it. */
type Placed = { readonly [Field in keyof Placement]: Placement[Field] };
type Outcome = EffectResult<Placed> | { readonly state: 'held' | 'in_doubt' };

/**
 * Publishes on the chosen channels at the same time, each at most once. A channel that fails or stays in doubt stops
 * no other.
 *
 * @returns One publication for each channel of the brief, in its order.
 * @throws what the run throws when an effect is parked, after every other channel has its outcome; the
 * publication in doubt has been saved as such.
 */
export async function distribute(input: DistributeInput, deps: DistributeDeps): Promise<Publication[]> {
  const { channels } = input.campaign.brief;
  const placings = channels.map((channel) => toPlacing(channel, input, deps)).sort(slowestFirst);
  const placed = await deps.run.all(
    placings.map((placing) => async () => {
      const { adapter, known } = placing;
      if (input.channels.includes(adapter.channel)) return place(placing);
      return known ?? keep(placing, { state: 'held' });
    }),
  );
  return placed.sort((a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel));
}

function toPlacing(channel: Channel, input: DistributeInput, deps: DistributeDeps): Placing {
  const adapter = deps.channels.find((adapter) => adapter.channel === channel);
  if (!adapter) throw new UserError('USER_002', { what: 'channel', id: channel });
  const known = input.publications.find((publication) => publication.channel === channel);
  return { adapter, known, input, deps };
}

/** What has to be prepared takes longest: it does not wait for the others to be written down. */
function slowestFirst(a: Placing, b: Placing): number {
  return Number(b.adapter.prepare !== undefined) - Number(a.adapter.prepare !== undefined);
}

interface Placing {
  readonly adapter: ChannelAdapter;
  readonly known: Publication | undefined;
  readonly input: DistributeInput;
  readonly deps: DistributeDeps;
}

async function place(placing: Placing): Promise<Publication> {
  const { adapter, deps } = placing;
  try {
    return await keep(placing, await deps.run.effect(`distribute/${adapter.channel}`, toEffect(placing)));
  } catch (error) {
    if (error instanceof ParkedEffect) await keep(placing, { state: 'in_doubt' });
    throw error;
  }
}

/** Media are signed for seven days; a day is left for the channel to fetch them. */
const addressLifeMs = 6 * 86_400_000;

/** Addresses are fetched when something is sent, and only then: an outcome that is known needs none. */
function toEffect({ adapter, input, deps }: Placing): EffectSpec<Placed> {
  const { channel, idempotency, quietMs, handleLifeMs = addressLifeMs } = adapter;
  const plain = toPost(channel, input);
  const contentHash = hashPost(plain);
  const tell = (state: string) => deps.run.item('distribute', channel, state);
  const sendable = (at: Date) => withAddresses(plain, (creative) => deps.mediaUrl(creative, at));
  const find = adapter.find?.bind(adapter);
  return {
    idempotency,
    quietMs,
    handleLifeMs: Math.min(handleLifeMs, addressLifeMs),
    again: input.again,
    priceKrw: adapter.priceKrw(plain),
    request: { campaignId: plain.campaignId, channel, contentHash },
    async prepare(signal) {
      await requireUnpublished(deps, channel, hashWords(plain));
      if (!adapter.prepare) return '';
      tell('preparing');
      return adapter.prepare(await sendable(deps.clock()), signal);
    },
    async send(sending, signal) {
      tell('sending');
      return { ...(await adapter.publish(await sendable(sending.at), { ...toOptions(sending), signal })) };
    },
    ...(find && {
      async find(sending: Sending, signal: AbortSignal) {
        tell('asking');
        const placement = await find(plain, { ...toOptions(sending), signal });
        return placement && { ...placement };
      },
    }),
  };
}

function toPost(channel: Channel, { campaign, creatives, entryUrl }: DistributeInput): ChannelPost {
  const { id: campaignId, brief, plan } = campaign;
  return composePost(channel, { campaignId, brief, plan, creatives, link: entryUrl(channel) });
}

function toOptions({ reference, handle }: Sending) {
  return { reference, handle: handle === '' ? undefined : handle };
}

/** @throws UserError `USER_039` */
async function requireUnpublished(
  { claim }: DistributeDeps,
  channel: Channel,
  wordsHash: string,
): Promise<void> {
  const campaignId = await claim(channel, wordsHash);
  if (campaignId !== undefined) throw new UserError('USER_039', { channel, campaignId });
}

/** What the channel or a person has reported since is younger than what the journal remembers. */
async function keep({ adapter, known, input, deps }: Placing, outcome: Outcome): Promise<Publication> {
  if (outcome.state === 'acked' && known?.externalId === outcome.value.externalId) return known;
  const { channel, mode, provider, assumedProtocol } = adapter;
  const post = toPost(channel, input);
  const spent = outcome.state === 'acked' || outcome.state === 'confirmed';
  const publication: Publication = {
    campaignId: post.campaignId,
    channel,
    mode,
    provider,
    assumedProtocol,
    at: deps.clock().toISOString(),
    contentHash: hashPost(post),
    costKrw: spent ? adapter.priceKrw(post) : 0,
    ...stateOf(outcome, provider),
  };
  await deps.savePublication(publication);
  deps.run.item('distribute', channel, publication.state, publication.error?.code);
  return publication;
}

function stateOf(outcome: Outcome, provider: string): Pick<Publication, 'state'> & Partial<Publication> {
  switch (outcome.state) {
    case 'acked': {
      const { reason, ...placed } = outcome.value;
      return { ...placed, ...channelWords(placed.state, provider, reason), evidence: 'channel' };
    }
    case 'confirmed':
      return { state: 'published', evidence: 'person' };
    case 'held':
    case 'in_doubt':
      return { state: outcome.state };
    case 'rejected':
    case 'not_sent':
      return { state: 'failed', error: toShown(outcome.error) };
  }
}

/** With what the adapter knows beyond the catalogue's sentence. */
function toShown({ code, message, hint, ko, issues }: ErrorJson): NonNullable<Publication['error']> {
  const told = (first: string, language: Language) =>
    [first, ...issues.map(({ message }) => message[language])].join(' — ');
  return {
    code,
    message: { ko: told(ko.message, 'ko'), en: told(message, 'en') },
    hint: { ko: ko.hint, en: hint },
  };
}
