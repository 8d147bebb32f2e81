import type { ProviderHealth } from '../schema/provider-health.js';
import type { CallEnd, PolicyEvent } from './policy-event.js';

/** A provider of which nothing has been heard. @param at - Start of the process that listens. */
export function unheard(provider: string, at: string): ProviderHealth {
  return {
    provider,
    state: 'closed',
    since: at,
    at,
    failuresInRow: 0,
    counts: { calls: 0, answered: 0, failed: 0, retries: 0, shortCircuited: 0 },
    countedSince: at,
    countedHere: true,
  };
}

/** The health of a provider once this has happened. */
export function afterEvent(health: ProviderHealth, event: PolicyEvent, at: string): ProviderHealth {
  const { counts, openSince = at } = health;
  switch (event.type) {
    case 'policy:call':
      return afterCall({ ...health, at }, event);
    case 'policy:retry':
      return { ...withCause(health, event.code, at), at, counts: { ...counts, retries: counts.retries + 1 } };
    case 'policy:open':
      return { ...health, at, state: 'open', since: at, openSince, cause: { code: event.cause, at } };
    case 'policy:halfOpen':
      return { ...health, at, state: 'half_open', since: at };
    case 'policy:close':
      return { ...health, at, state: 'closed', since: at, openSince: undefined };
  }
}

function afterCall(health: ProviderHealth, end: CallEnd): ProviderHealth {
  const { at, failuresInRow } = health;
  const counts = { ...health.counts, calls: health.counts.calls + 1 };
  if (end.outcome === 'answered') {
    counts.answered += 1;
    return { ...health, counts, lastSuccessAt: at, failuresInRow: 0 };
  }
  counts.failed += 1;
  if (end.code === 'PROVIDER_003') {
    counts.shortCircuited += 1;
    return { ...health, counts };
  }
  return { ...withCause(health, end.code, at), counts, failuresInRow: failuresInRow + 1 };
}

/** What paused a provider stays its cause: late failures of calls from before do not hide it. */
function withCause(health: ProviderHealth, code: string, at: string): ProviderHealth {
  return health.state === 'open' ? health : { ...health, cause: { code, at } };
}
