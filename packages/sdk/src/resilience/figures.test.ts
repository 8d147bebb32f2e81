import { describe, expect, it } from 'vitest';
import { KtEventError, ProviderError } from '../errors/index.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { createPolicy } from './create-policy.js';

const deliveries = 2_000;
const name = 'channel';
const notSent = () => new ProviderError('PROVIDER_005', { provider: name, reason: 'ECONNREFUSED' });
const inDoubt = () => new ProviderError('PROVIDER_006', { provider: name, reason: 'ECONNRESET' });

interface Weather {
  readonly seed: number;
  /** Share of attempts that fail, 0 to 1. */
  readonly faults: number;
  /** Share of the faults that leave it open whether they delivered, 0 to 1. */
  readonly inDoubtShare?: number;
  readonly repeatable?: boolean;
  readonly retries?: number;
}

/** Sends `deliveries` one by one and counts. Nothing waits. */
async function deliver({ seed, faults, inDoubtShare = 0, repeatable = false, retries = 3 }: Weather) {
  const random = createSeededRandom(seed);
  const sleep = async () => {};
  const policy = createPolicy({ name, concurrency: 1, retries, timeoutMs: 15_000, random, sleep });
  let attempts = 0;
  const failures: string[] = [];
  const send = async () => {
    attempts += 1;
    if (random() < faults) throw random() < inDoubtShare ? inDoubt() : notSent();
  };
  for (let at = 0; at < deliveries; at += 1) {
    await policy(send, { repeatable }).catch((error: unknown) => {
      failures.push(KtEventError.is(error) ? error.code : 'unknown');
    });
  }
  return { attemptsPerDelivery: attempts / deliveries, attempts, failures };
}

describe('delivery through a policy', () => {
  it('loses at most 2 of 2,000 when every tenth attempt fails', async () => {
    const { failures, attemptsPerDelivery } = await deliver({ seed: 1, faults: 0.1 });

    expect(failures.length).toBeLessThanOrEqual(2);
    expect(attemptsPerDelivery).toBeLessThanOrEqual(1.15);
  });

  it('would miss that figure with one retry instead of three', async () => {
    const { failures } = await deliver({ seed: 1, faults: 0.1, retries: 1 });

    expect(failures.length).toBeGreaterThan(2);
  });

  it('delivers 98.5 % when three of ten attempts fail', async () => {
    const { failures } = await deliver({ seed: 2, faults: 0.3 });

    expect(failures.length).toBeLessThanOrEqual(30);
  });

  it('leaves what is in doubt to be looked up, which is why a channel must be repeatable or searchable', async () => {
    const weather = { seed: 3, faults: 0.1, inDoubtShare: 0.6 };

    const careful = await deliver(weather);
    const keyed = await deliver({ ...weather, repeatable: true });

    expect(new Set(careful.failures)).toEqual(new Set(['PROVIDER_006']));
    expect(careful.failures.length / deliveries).toBeGreaterThan(0.05);
    expect(careful.failures.length / deliveries).toBeLessThan(0.075);
    expect(keyed.failures.length).toBeLessThanOrEqual(2);
  });

  it('hardly touches a provider that is down', async () => {
    const { attempts, failures } = await deliver({ seed: 4, faults: 1 });

    expect(failures.length).toBe(deliveries);
    expect(attempts).toBe(10);
  });
});
