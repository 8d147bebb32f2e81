import { UserError } from '../../errors/index.js';
import { toSeoul } from '../../schema/seoul-time.js';
import type { ChannelAdapter } from '../channel.js';
import { dealerRefusal, type KakaoDealer } from '../kakao-dealer.js';
import { requireFit } from '../require-fit.js';
import { brandMessageHours, nextSendingTime } from '../sending-hours.js';
import { readAudience } from './audience.js';
import { checkBrandMessage } from './check-brand-message.js';
import { reasonsOf, toPlacement } from './placement.js';

export interface KakaoChannelOptions {
  readonly dealer: KakaoDealer;
  /** Phones of the channel's friends who agreed to advertising. A rehearsal has a few test numbers. */
  readonly audience: readonly string[];
  readonly now: () => Date;
}

const channel = 'kakao_channel';

/**
 * Sends one brand message to the channel's own friends (targeting I: wider ones need 50,000 friends). It is advertising:
 * without '(광고)', a way to refuse it, or within the hours of rest, nothing is sent.
 *
 * One batch of the dealer is the most that one `publish` sends. Its answer is one outcome: with several batches, of
 * which some were taken and others refused for good, a repetition would reach the first ones twice, and none at all
 * would leave the others out. A larger audience is refused before anything is sent.
 *
 * A message that was sent stays in the friends' chats: there is no `withdraw`.
 *
 * `publish` throws {@link UserError} `USER_030` outside the hours, `USER_031` without recipients and `USER_032` when
 * the message may not be sent; ProviderError `PROVIDER_001` when no recipient was taken.
 */
export function createKakaoChannel({ dealer, audience, now }: KakaoChannelOptions): ChannelAdapter {
  const friends = readAudience(audience);
  const { provider, mode, quietMs, price, limits } = dealer;
  const check: ChannelAdapter['check'] = (post) => checkBrandMessage(post, friends, limits);

  return {
    channel,
    provider,
    mode,
    idempotency: 'lookup',
    quietMs,
    assumedProtocol: false,
    priceKrw: () => friends.phones.length * price.value,
    recipients: () => friends.phones.length,
    check,

    async publish(post, { reference, signal }) {
      if (audience.length === 0) throw new UserError('USER_031', { provider: channel });
      requireFit(channel, check(post));
      requireHours(now());
      const batch = await dealer.send({ text: post.text, to: friends.phones }, { reference, signal });
      const taken = batch.outcomes.some(({ state }) => state !== 'refused');
      if (!taken) throw dealerRefusal(provider, reasonsOf(batch, dealer));
      return toPlacement(batch, dealer, now());
    },

    async find(_post, { reference, signal }) {
      const batch = await dealer.find({ reference, signal });
      return batch && toPlacement(batch, dealer, now());
    },

    async track(batchId, signal) {
      return toPlacement(await dealer.results(batchId, signal), dealer, now());
    },
  };
}

function requireHours(now: Date): void {
  const next = nextSendingTime(now, brandMessageHours);
  if (next > now) throw new UserError('USER_030', { provider: channel, nextAllowedAt: toSeoul(next) });
}
