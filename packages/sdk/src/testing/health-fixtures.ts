import type { ProviderHealth } from '../schema/provider-health.js';
import { anInstant } from './fixtures.js';

/** A provider that answered once and was never paused. */
export function aProviderHealth(over: Partial<ProviderHealth> = {}): ProviderHealth {
  return {
    provider: 'sms',
    state: 'closed',
    since: '2026-12-05T02:00:00.000Z',
    at: anInstant,
    lastSuccessAt: anInstant,
    failuresInRow: 0,
    counts: { calls: 1, answered: 1, failed: 0, retries: 0, shortCircuited: 0 },
    countedSince: '2026-12-05T02:00:00.000Z',
    countedHere: true,
    ...over,
  };
}
