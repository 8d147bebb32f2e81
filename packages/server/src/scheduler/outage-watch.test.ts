import type { ProviderHealth } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { aHealthy, aPaused, minutesLater } from '../testing/provider-health.js';
import { createOutageWatch, type OutageWatchOptions } from './outage-watch.js';

type Look = readonly [minutes: number, ...providers: ProviderHealth[]];
type Create = typeof createOutageWatch;

/** Codes and figures of the warnings, look by look. */
async function warnings(looks: readonly Look[], create: Create = createOutageWatch): Promise<unknown[][]> {
  const told: unknown[][] = [];
  let [minutes, providers] = [0, [] as readonly ProviderHealth[]];
  const look = create({
    ktEvent: { providers: async () => [...providers] },
    now: () => minutesLater(minutes),
    warn: (error) => told.at(-1)?.push(error instanceof Error && 'context' in error ? error.context : error),
  });
  for (const [at, ...seen] of looks) {
    [minutes, providers] = [at, seen];
    told.push([]);
    await look();
  }
  return told;
}

const outage: readonly Look[] = [
  [4, aPaused()],
  [5, aPaused()],
  [6, aPaused()],
  [7, aPaused({ state: 'half_open' })],
];

describe('a watch over outages', () => {
  it('warns once of a provider that is paused for more than five minutes', async () => {
    expect(await warnings(outage)).toEqual([[], [], [{ provider: 'sms', seconds: 360 }], []]);
  });

  it.each<[string, Create]>([
    ['warns at every look', warningAlways],
    ['forgets the pause at each trial call', forgetful],
  ])('would be caught if it %s', async (_, create) => {
    expect(await warnings(outage, create)).not.toEqual(await warnings(outage));
  });

  it('warns again when the provider was well in between, and of each provider apart', async () => {
    const again = minutesLater(10).toISOString();
    const told = await warnings([
      [6, aPaused(), aPaused({ provider: 'blog' })],
      [9, aHealthy(), aPaused({ provider: 'blog' })],
      [16, aPaused({ openSince: again }), aPaused({ provider: 'blog' })],
    ]);

    expect(told.map((errors) => errors.length)).toEqual([2, 0, 1]);
    expect(told[2]).toEqual([{ provider: 'sms', seconds: 360 }]);
  });

  it('says why it knows nothing, and does not fail', async () => {
    const warn = vi.fn<OutageWatchOptions['warn']>();
    const failure = new Error('disk');
    const providers = async () => Promise.reject(failure);

    await createOutageWatch({ ktEvent: { providers }, now: () => minutesLater(0), warn })();

    expect(warn.mock.calls).toEqual([[failure]]);
  });
});

function warningAlways(options: OutageWatchOptions) {
  return () => createOutageWatch(options)();
}

function forgetful({ ktEvent, ...rest }: OutageWatchOptions) {
  const providers = async () =>
    (await ktEvent.providers()).map((health) =>
      health.state === 'open' ? { ...health, openSince: rest.now().toISOString() } : health,
    );
  return createOutageWatch({ ...rest, ktEvent: { providers } });
}
