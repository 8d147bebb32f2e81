import type { ProviderHealth } from '@kt-event/sdk';

const start = '2026-12-02T03:00:00.000Z';

/** Counted from the moment at which {@link aPaused} was paused. */
export const minutesLater = (minutes: number): Date => new Date(Date.parse(start) + minutes * 60_000);

/** A provider that answered each of its calls. */
export function aHealthy(over: Partial<ProviderHealth> = {}): ProviderHealth {
  return {
    provider: 'sms',
    state: 'closed',
    since: start,
    at: start,
    failuresInRow: 0,
    counts: { calls: 1, answered: 1, failed: 0, retries: 0, shortCircuited: 0 },
    countedSince: start,
    countedHere: true,
    ...over,
  };
}

/** A provider that answered once, failed ten times and was then left alone twice. */
export function aPaused(over: Partial<ProviderHealth> = {}): ProviderHealth {
  return aHealthy({
    state: 'open',
    openSince: start,
    cause: { code: 'PROVIDER_005', at: start },
    failuresInRow: 10,
    counts: { calls: 13, answered: 1, failed: 12, retries: 4, shortCircuited: 2 },
    ...over,
  });
}
