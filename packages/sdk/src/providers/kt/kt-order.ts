import type { ChannelPost } from '../channel.js';
import { ktRegionCodes } from './check-kt-post.js';
import { type KtChannelName, ktChannels } from './kt-channels.js';
import { chooseKtCreative, type KtCreative } from './kt-creative.js';

export interface KtOrderOptions {
  readonly channel: KtChannelName;
  readonly reference: string;
  readonly regionCodes?: readonly string[] | undefined;
  readonly callbackUrl?: string | undefined;
}

/** The body of `POST /deploy`, assumed. The same post and reference give the same bytes. */
export function toKtOrder(
  post: ChannelPost,
  { channel, reference, regionCodes, callbackUrl }: KtOrderOptions,
) {
  const { wireName, needsRegion } = ktChannels[channel];
  const creative = chooseKtCreative(channel, post);
  return {
    channel: wireName,
    reference,
    advertiser: toAdvertiser(post),
    ...(creative && { creative: toWire(creative) }),
    ...(needsRegion && { targeting: { regionCodes: ktRegionCodes(post, regionCodes) } }),
    schedule: { startDate: post.period.start, endDate: post.period.end },
    ...(callbackUrl !== undefined && { callbackUrl }),
  };
}

export function toAdvertiser({ store }: ChannelPost) {
  const { name, phone, businessNumber = '' } = store;
  return { businessNo: digits(businessNumber), name, contact: digits(phone) };
}

/** How long a film or a recording lasts is read from the file. */
function toWire(creative: KtCreative) {
  const { kind, words } = creative;
  if (kind === 'script') return { kind, script: words };
  const { url, sha256, mediaType, bytes, widthPx, heightPx } = creative.media;
  const file = { kind, url, sha256, mediaType, bytes };
  return kind === 'audio'
    ? { ...file, script: words }
    : { ...file, width: widthPx, height: heightPx, text: words };
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
