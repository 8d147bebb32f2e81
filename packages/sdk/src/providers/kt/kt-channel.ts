import { z } from 'zod';
import { UserError } from '../../errors/index.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import type { ProviderOptions } from '../provider-options.js';
import { type KtChannel, type KtChannelName, ktChannels } from './kt-channels.js';
import { regionCodeOf } from './region-codes.js';

export interface KtOptions extends ProviderOptions {
  readonly token: string;
  readonly channel: KtChannelName;
  /**
   * Legal district codes (법정동코드), ten digits, in which a spot runs. A ring-back tone needs none.
   * @defaultValue the narrowest code known for the store's region
   */
  readonly regionCodes?: readonly string[];
}

const provider = 'kt';

/** Only what is read. */
const deploymentSchema = z.object({ deploymentId: z.string(), status: z.string() });

/**
 * Hands a creative to one of KT's channels. KT publishes no protocol: the one spoken here is assumed,
 * and every result says so. Each request carries our reference as `Idempotency-Key`, so repeating it is safe.
 */
export function createKtChannel({ token, channel, regionCodes, ...options }: KtOptions): ChannelAdapter {
  const { wireName, creative, needsRegion, monthKrw } = ktChannels[channel];

  return {
    channel,
    provider,
    mode: options.mode,
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: true,
    priceKrw: ({ period }) => Math.ceil((monthKrw.value * daysOf(period)) / daysInMonth),
    check: () => [],

    async publish(post, { reference, signal }) {
      const targeting = needsRegion ? { targeting: toTargeting(post, regionCodes) } : {};
      const order = { channel: wireName, ...targeting, reference };
      const json = { ...order, ...toOrder(post), creative: toCreative(post, creative) };
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': reference };
      const url = `${options.baseUrl}/deploy`;
      const { deploymentId } = await options.policy(
        async (signal) => {
          const answer = await options.http({ provider, method: 'POST', url, headers, json }, signal);
          return readJson(requireOk(answer, provider), deploymentSchema, provider);
        },
        { signal, repeatable: true },
      );
      return { externalId: deploymentId, state: 'submitted' };
    },
  };
}

function toOrder({ store, period }: ChannelPost) {
  if (store.businessNumber === undefined) throw notAsItIs('the store has no business number');
  return {
    advertiser: { businessNo: digits(store.businessNumber), name: store.name, contact: digits(store.phone) },
    schedule: { startDate: period.start, endDate: period.end },
  };
}

const daysInMonth = 30;

/** First and last day included. */
function daysOf({ start, end }: ChannelPost['period']): number {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
}

function toTargeting({ store }: ChannelPost, regionCodes: KtOptions['regionCodes']) {
  const known = regionCodeOf(store.region);
  if (regionCodes) return { regionCodes };
  if (known !== undefined) return { regionCodes: [known] };
  throw notAsItIs(`no district code for ${store.region}`);
}

function toCreative(post: ChannelPost, kind: KtChannel['creative']) {
  if (kind === 'script') return { kind, text: post.text };
  const image = post.images[0];
  if (!image) throw notAsItIs(`no ${kind}`);
  const { url, sha256, widthPx, heightPx, mediaType, bytes } = image;
  // A storyboard travels as an image: from it the spot is made.
  return { kind: 'image', url, sha256, mediaType, bytes, width: widthPx, height: heightPx, text: post.text };
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function notAsItIs(reason: string): UserError {
  return new UserError('USER_032', { provider, reason });
}
