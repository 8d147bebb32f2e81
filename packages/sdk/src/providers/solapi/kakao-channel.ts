import { ProviderError, UserError } from '../../errors/index.js';
import { toSeoul } from '../../schema/seoul-time.js';
import type { ChannelAdapter, ChannelPost, Placement } from '../channel.js';
import { brandMessageHours, nextSendingTime } from '../sending-hours.js';
import { messagePrices } from './prices.js';
import {
  createSolapiClient,
  refusalOf,
  type SolapiMessage,
  type SolapiOptions,
  type SolapiRows,
  toDomestic,
} from './solapi-client.js';

export interface KakaoOptions extends SolapiOptions {
  /** Id of the business channel. */
  readonly channelId: string;
  /** Phones of the channel's friends who agreed to advertising. A rehearsal has a few test numbers. */
  readonly audience: readonly string[];
}

const provider = 'kakao_channel';

/** Characters of a text bubble, and messages in one request. Source: the dealers' documents, read 2026-11-20. */
const limits = { text: 1_300, audience: 10_000 } as const;

/**
 * Sends one brand message to the channel's own friends (targeting I: wider ones need 50,000 friends). It is advertising:
 * without '(광고)', a way to refuse it, or within the hours of rest, nothing is sent.
 *
 * `publish` throws {@link UserError} `USER_030` outside the hours, `USER_031` without recipients and `USER_032` when
 * the text may not be sent; {@link ProviderError} `PROVIDER_001` when no recipient was taken.
 */
export function createKakaoChannel({ channelId, audience, ...options }: KakaoOptions): ChannelAdapter {
  const client = createSolapiClient(options);

  return {
    channel: 'kakao_channel',
    provider,
    mode: options.mode,
    idempotency: 'lookup',
    quietMs: 30_000, // [A] a batch is taken within a second
    assumedProtocol: false,
    priceKrw: () => audience.length * messagePrices.brandMessage.value,
    check: () => [],

    async publish(post, { reference, signal }) {
      requireAudience(audience);
      requireAdvertisement(post);
      requireHours(options.now());
      const messages = audience.map((phone, index) => ({
        ...toWire(post, channelId, options.sender),
        to: toDomestic(phone),
        customFields: { reference, rowKey: `r${index}` },
      }));
      const { groupId, rows } = await client.send(messages, signal);
      return toPlacement(rows, audience.length, groupId);
    },

    async find(_post, { reference, signal }) {
      const rows = await client.find(reference, signal);
      return rows.size === 0 ? undefined : toPlacement(rows, rows.size);
    },
  };
}

function toWire(
  { text }: ChannelPost,
  pfId: string,
  from: string,
): Omit<SolapiMessage, 'to' | 'customFields'> {
  const bms = { targeting: 'I', chatBubbleType: 'TEXT', adult: false };
  return { from, type: 'BMS_FREE', text, kakaoOptions: { pfId, disableSms: true, bms } };
}

function toPlacement(rows: SolapiRows, sent: number, groupId?: string): Placement {
  const refusals = [...rows.values()].map(refusalOf).filter((code) => code !== undefined);
  if (refusals.length === sent) {
    const reason = `no recipient was taken (${[...new Set(refusals)].join(', ')})`;
    throw new ProviderError('PROVIDER_001', { provider, reason });
  }
  const [first] = rows.values();
  return { externalId: groupId ?? first?.groupId ?? first?.messageId ?? 'unnamed', state: 'published' };
}

function requireAudience(audience: readonly string[]): void {
  if (audience.length === 0) throw new UserError('USER_031', { provider });
  if (audience.length > limits.audience) throw notAsItIs(`audience ${audience.length} > ${limits.audience}`);
}

/** Rules MSG-001 and MSG-003: the mark at the very start, the way out in the text. */
function requireAdvertisement({ text }: ChannelPost): void {
  if (!text.startsWith('(광고)')) throw notAsItIs("it does not begin with '(광고)'");
  if (!text.includes('수신거부')) throw notAsItIs('it does not say how to refuse (수신거부)');
  if (text.length > limits.text) throw notAsItIs(`text ${text.length} > ${limits.text}`);
}

function requireHours(now: Date): void {
  const next = nextSendingTime(now, brandMessageHours);
  if (next > now) throw new UserError('USER_030', { provider, nextAllowedAt: toSeoul(next) });
}

function notAsItIs(reason: string): UserError {
  return new UserError('USER_032', { provider, reason });
}
