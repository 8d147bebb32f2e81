import { isOpenTooLong, type ProviderHealth } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines } from './layout.js';

const marks = { closed: '✔', open: '✖', half_open: '…' } as const;

/** How each outside system is doing. `now` tells how long a pause has lasted. */
export function providersView(providers: readonly ProviderHealth[], messages: Messages, now: Date): string {
  if (providers.length === 0) return messages.providers.none;
  return providers.map((health) => providerText(health, messages, now)).join('\n');
}

function providerText(health: ProviderHealth, messages: Messages, now: Date): string {
  const { provider, state, counts, cause } = health;
  const since = health.openSince ?? health.since;
  const { providers: words } = messages;
  const lasting = state === 'closed' ? '' : ` · ${words.since(instantText(since, messages))}`;
  return lines(
    bullet(marks[state], `${provider}: ${words.state[state]}${lasting}`),
    bullet('·', words.counts(counts.calls, counts.failed, counts.retries), 2),
    cause && bullet('·', words.cause(cause.code, instantText(cause.at, messages)), 2),
    isOpenTooLong(health, now) ? bullet('!', words.tooLong, 2) : undefined,
  );
}
