import type { CacheRates, HitRate } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines } from './layout.js';

/** How often memory answered, and what that is counted from. */
export function cachesView({ days, plans, trends }: CacheRates, messages: Messages): string {
  const { caches: words } = messages;
  return lines(
    words.title(days),
    bullet('·', `${words.plans}: ${rateText(plans, messages)}`, 1),
    bullet('·', `${words.trends}: ${rateText(trends, messages)}`, 1),
    ...trends.sources.map((one) =>
      bullet('·', `${messages.trends.name[one.source]}: ${words.rate(one.reads, one.hits, share(one))}`, 3),
    ),
  );
}

function rateText(rate: HitRate, messages: Messages): string {
  const { caches: words } = messages;
  if (rate.since === null) return words.unread;
  return `${words.rate(rate.reads, rate.hits, share(rate))} ${words.since(instantText(rate.since, messages))}`;
}

/** Never rounded up: 799 of 1,000 is not four in five. */
const share = ({ reads, hits }: HitRate) => Math.floor((hits * 100) / reads);
