import type { ProviderHealth } from '../schema/provider-health.js';

/**
 * One record for each provider, by name: what this process saw and what was stored, whichever is newer. Counters are
 * never added up: they are this process's wherever it has called the provider, and else those of the process that
 * wrote the record, marked by `countedHere`.
 */
export function mergeHealth(
  own: readonly ProviderHealth[],
  stored: readonly ProviderHealth[],
): ProviderHealth[] {
  const merged = new Map(stored.map((health) => [health.provider, { ...health, countedHere: false }]));
  for (const health of own) {
    const other = merged.get(health.provider);
    merged.set(
      health.provider,
      other && isNewer(other, health) ? { ...other, ...countersOf(health) } : health,
    );
  }
  return [...merged.values()].sort((a, b) => (a.provider < b.provider ? -1 : 1));
}

function isNewer(a: ProviderHealth, b: ProviderHealth): boolean {
  return Date.parse(a.at) > Date.parse(b.at);
}

function countersOf({ counts, countedSince, countedHere, failuresInRow }: ProviderHealth) {
  return { counts, countedSince, countedHere, failuresInRow };
}
