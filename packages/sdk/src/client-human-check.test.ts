import type { Sandbox } from '@kt-event/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aGuest,
  aKey,
  type GuardedWorld,
  type GuardedWorldOptions,
  openGuardedWorld,
} from './testing/guarded-world.js';

let world: GuardedWorld;
const withTurnstile = (sandbox: Sandbox) => ({
  ...sandbox.environment(),
  ...sandbox.credentials.turnstile,
  TURNSTILE_BASE_URL: sandbox.baseUrls.turnstile,
});
const open = async (options: Partial<GuardedWorldOptions> = {}) => {
  world = await openGuardedWorld({ guards: { challenge: 'always' }, environment: withTurnstile, ...options });
};
afterEach(() => world.close());

/** As the stand-in of the widget makes them. */
const token = (no: number, atMs = world.now().getTime()) => `sandbox.${atMs}.${no}`;
const enter = (no: number, turnstile?: string, idempotencyKey = aKey()) =>
  world.ktEvent.participate(world.slug, aGuest(no), { idempotencyKey, proofs: { turnstile } });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ code }) => code,
  );
const entered = async () => (await world.ktEvent.status(world.campaignId)).entries.accepted;
const questions = () => world.sandbox.requests('turnstile').length;

describe('an event behind Turnstile', { timeout: 60_000 }, () => {
  it('takes an entry with a token, each once, and repeats an answer although it is spent', async () => {
    await open();
    const [one, key] = [token(1), aKey()];

    expect(await outcome(enter(1))).toBe('USER_063');
    expect(questions()).toBe(0);
    expect(await enter(1, one, key)).toMatchObject({ replayed: false });
    expect(await enter(1, one, key)).toMatchObject({ replayed: true });
    expect(await outcome(enter(2, one))).toBe('USER_063');
    expect(await outcome(enter(2, 'made-up'))).toBe('USER_063');
    expect(await entered()).toBe(1);
    expect((await world.ktEvent.guardTally(world.campaignId)).turnedAway).toMatchObject({ challenge: 2 });
  });

  it('refuses a token that is older than five minutes, also when the provider would not', async () => {
    await open();
    const old = token(1);
    world.pass(300_000);

    expect(await outcome(enter(1, old))).toBe('USER_063');
    expect(await outcome(enter(1, token(2)))).toBe('taken');
  });

  it('asks for no work besides, and takes none in its place', async () => {
    await open();
    const { campaign } = await world.ktEvent.status(world.campaignId);

    expect(world.ktEvent.demands(campaign)).toEqual({
      challenge: false,
      phoneCode: false,
      widget: {
        siteKey: world.sandbox.credentials.turnstile.TURNSTILE_SITE_KEY,
        scriptUrl: `${world.sandbox.baseUrls.turnstile}/turnstile/v0/api.js`,
      },
    });
    expect(world.ktEvent.processors(campaign).map(({ name }) => name)).toContain('Cloudflare, Inc.(미국)');
  });

  it('stays shut while nobody answers, and takes the same token afterwards', async () => {
    await open();
    const one = token(1);
    world.sandbox.addFault({ provider: 'turnstile', fault: { kind: 'status', code: 503 } });
    expect(await outcome(enter(1, one))).toMatch(/^PROVIDER_/);
    expect(await entered()).toBe(0);
    world.sandbox.clearFaults();
    world.sandbox.addFault({ provider: 'turnstile', fault: { kind: 'accept_then_drop' }, times: 1 });

    expect(await outcome(enter(1, one))).toBe('taken');
  });

  it('stays shut with a secret that is not accepted, and tells the visitor nothing of it', async () => {
    await open({
      environment: (sandbox) => ({ ...withTurnstile(sandbox), TURNSTILE_SECRET_KEY: 'another' }),
    });

    expect(await outcome(enter(1, token(1)))).toBe('PROVIDER_002');
    expect(await entered()).toBe(0);
  });

  it('would take a token twice if nobody wrote down what is spent', async () => {
    await open({
      spoil: (store) => ({
        ...store,
        entries: {
          ...store.entries,
          add: (batch) => store.entries.add(batch.map(({ spends, ...entry }) => entry)),
        },
      }),
    });
    const one = token(1);

    expect([await outcome(enter(1, one)), await outcome(enter(2, one))]).toEqual(['taken', 'taken']);
  });

  it('pays for a one-time code with a token, each with its own', async () => {
    await open({ guards: { challenge: 'always', phoneCode: true } });
    const ask = (turnstile?: string) =>
      world.ktEvent.sendPhoneCode(world.slug, {
        phone: aGuest(1).phone,
        client: '203.0.113.1',
        proofs: { turnstile },
      });
    const one = token(1);

    expect(await outcome(ask())).toBe('USER_063');
    expect(await ask(one)).toMatchObject({ state: 'sent' });
    expect(await outcome(ask(one))).toBe('USER_063');
    expect(world.messages()).toBe(1);
  });
});

describe('Turnstile', { timeout: 60_000 }, () => {
  it('is asked nothing by an event that asks nothing', async () => {
    await open({ guards: { challenge: 'off' } });

    expect(await outcome(enter(1, token(1)))).toBe('taken');
    expect(questions()).toBe(0);
  });

  it('is not half there', async () => {
    const half = (sandbox: Sandbox) => ({ ...sandbox.environment(), TURNSTILE_SITE_KEY: 'site' });

    await expect(open({ environment: half })).rejects.toMatchObject({ code: 'AUTH_001' });
    await open();
  });
});
