import type { ProviderHealth } from '../schema/provider-health.js';

type Pause = Pick<ProviderHealth, 'openSince'>;

/** Our own choice, 2026-11: ten cool-downs of 30 s in a row are an outage that somebody should know of. */
const longestOpenMs = 5 * 60_000;

/** How long a provider has gone without being known to be well, failed trial calls included; 0 while it is closed. */
export function openTimeMs({ openSince }: Pause, now: Date): number {
  return openSince === undefined ? 0 : Math.max(0, now.getTime() - Date.parse(openSince));
}

/** True after more than five minutes. A record of another process is as old as its `at` says. */
export function isOpenTooLong(health: Pause, now: Date): boolean {
  return openTimeMs(health, now) > longestOpenMs;
}
