import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProviderError } from '../errors/index.js';
import { type Breaker, createBreaker } from './create-breaker.js';
import type { PolicyEvent } from './policy-event.js';

const cooldownMs = 30_000;
const lost = () => new ProviderError('PROVIDER_006', { provider: 'sms', reason: 'ECONNRESET' });
const paused = expect.objectContaining({ code: 'PROVIDER_003' });
const events: string[] = [];

function open(): Breaker['run'] {
  const onEvent = ({ type }: PolicyEvent) => events.push(type);
  return createBreaker({ name: 'sms', minimumCalls: 20, cooldownMs, onEvent }).run;
}

async function openAndTrip(): Promise<Breaker['run']> {
  const breaker = open();
  await trip(breaker);
  return breaker;
}

async function trip(breaker: Breaker['run']): Promise<void> {
  for (let at = 0; at < 20; at += 1) await breaker(async () => Promise.reject(lost())).catch(() => {});
}

/** A call that ends when the test says so. */
function held() {
  let answer = (_value: string) => {};
  let fail = (_error: Error) => {};
  const result = new Promise<string>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { run: vi.fn(() => result), answer, fail };
}

beforeEach(() => {
  events.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('breaker', () => {
  it('opens within one window of 20 calls and says for how long', async () => {
    const breaker = await openAndTrip();
    const run = vi.fn(async () => 'ok');

    await expect(breaker(run)).rejects.toMatchObject({
      code: 'PROVIDER_003',
      context: { provider: 'sms', seconds: 30 },
      retryAfterMs: cooldownMs,
    });
    expect(run).not.toHaveBeenCalled();
    expect(events).toEqual(['policy:open']);
  });

  it('says which failure was one too many, also among calls that end at once', async () => {
    const causes: string[] = [];
    const onEvent = (event: PolicyEvent) => event.type === 'policy:open' && causes.push(event.cause);
    const { run } = createBreaker({ name: 'sms', minimumCalls: 2, cooldownMs, onEvent });
    const codes = ['PROVIDER_005', 'PROVIDER_006', 'PROVIDER_005', 'PROVIDER_005'] as const;

    const calls = codes.map((code) =>
      run(() => Promise.reject(new ProviderError(code, { provider: 'sms', reason: 'x' }))),
    );
    await Promise.allSettled(calls);

    expect(causes).toEqual(['PROVIDER_006']);
  });

  it('stays open until the cool-down is over', async () => {
    const breaker = await openAndTrip();

    vi.advanceTimersByTime(cooldownMs - 1);

    await expect(breaker(async () => 'ok')).rejects.toEqual(paused);
  });

  it('lets exactly one probe through, and closes on its answer', async () => {
    const breaker = await openAndTrip();
    vi.advanceTimersByTime(cooldownMs);
    const probe = held();

    const probing = breaker(probe.run);
    const others = await Promise.allSettled(Array.from({ length: 50 }, () => breaker(probe.run)));
    probe.answer('ok');

    await expect(probing).resolves.toBe('ok');
    expect(others.every(({ status }) => status === 'rejected')).toBe(true);
    expect(probe.run).toHaveBeenCalledTimes(1);
    await expect(breaker(async () => 'ok')).resolves.toBe('ok');
    expect(events).toEqual(['policy:open', 'policy:halfOpen', 'policy:close']);
  });

  it('opens again when the probe fails', async () => {
    const breaker = await openAndTrip();
    vi.advanceTimersByTime(cooldownMs);

    await expect(breaker(async () => Promise.reject(lost()))).rejects.toEqual(
      expect.objectContaining({ code: 'PROVIDER_006' }),
    );

    await expect(breaker(async () => 'ok')).rejects.toEqual(paused);
    expect(events).toEqual(['policy:open', 'policy:halfOpen', 'policy:open']);
  });

  it('closes on a refusal: the provider is there', async () => {
    const breaker = await openAndTrip();
    vi.advanceTimersByTime(cooldownMs);
    const refusal = new ProviderError('PROVIDER_001', { provider: 'sms', reason: 'HTTP 400' });

    await breaker(async () => Promise.reject(refusal)).catch(() => {});

    expect(events.at(-1)).toBe('policy:close');
  });

  it('lets a cancelled probe be followed by another', async () => {
    const breaker = await openAndTrip();
    vi.advanceTimersByTime(cooldownMs);
    const controller = new AbortController();
    const probe = held();

    const probing = breaker(probe.run, controller.signal);
    controller.abort();
    probe.fail(lost());
    await expect(probing).rejects.toThrow();

    expect(events.at(-1)).toBe('policy:halfOpen');
    await expect(breaker(async () => 'ok')).resolves.toBe('ok');
    expect(events.at(-1)).toBe('policy:close');
  });

  it.each(['answer', 'failure'])(
    'does not take a late %s from before the pause for the probe',
    async (end) => {
      const breaker = open();
      const early = held();
      const late = breaker(early.run);
      await trip(breaker);
      vi.advanceTimersByTime(cooldownMs);

      if (end === 'answer') early.answer('ok');
      else early.fail(lost());
      await late.catch(() => {});

      expect(events).toEqual(['policy:open', 'policy:halfOpen']);
    },
  );

  it('forgets the failures behind a pause', async () => {
    const breaker = await openAndTrip();
    vi.advanceTimersByTime(cooldownMs);
    await breaker(async () => 'ok');

    await breaker(async () => Promise.reject(lost())).catch(() => {});

    await expect(breaker(async () => 'ok')).resolves.toBe('ok');
  });
});
