import { afterEach, describe, expect, it } from 'vitest';
import {
  aGuest,
  aKey,
  type GuardedWorld,
  type GuardedWorldOptions,
  openGuardedWorld,
} from './testing/guarded-world.js';
import { solve } from './testing/solve-challenge.js';

let world: GuardedWorld;
const open = async (options: GuardedWorldOptions) => {
  world = await openGuardedWorld(options);
  return world;
};
afterEach(() => world.close());

const enter = (no: number, proofs?: object, idempotencyKey = aKey()) =>
  world.ktEvent.participate(world.slug, aGuest(no), { idempotencyKey, ...(proofs && { proofs }) });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ code }) => code,
  );
const tally = () => world.ktEvent.guardTally(world.campaignId);

describe('an event that always asks for a challenge', { timeout: 60_000 }, () => {
  it('takes an entry with a solved one, each once, and repeats an answer although it is spent', async () => {
    await open({ guards: { challenge: 'always' } });
    const challenge = await solve(await world.ktEvent.challenge(world.slug));
    const key = aKey();

    expect(await outcome(enter(1))).toBe('USER_057');
    expect(await enter(1, { challenge }, key)).toMatchObject({ replayed: false });
    expect(await enter(1, { challenge }, key)).toMatchObject({ replayed: true });
    expect(await outcome(enter(2, { challenge }))).toBe('USER_057');
    world.pass(300_000);
    expect(await enter(1, { challenge }, key)).toMatchObject({ replayed: true });
    expect(await outcome(enter(3, { challenge }))).toBe('USER_057');
    expect((await world.ktEvent.status(world.campaignId)).entries.accepted).toBe(1);
  });

  it('forgets a spent one once it is over, and not before', async () => {
    await open({ guards: { challenge: 'always' } });
    const challenge = await solve(await world.ktEvent.challenge(world.slug));
    await enter(1, { challenge });

    expect(await world.ktEvent.forgetSpent()).toBe(0);
    expect(await outcome(enter(2, { challenge }))).toBe('USER_057');
    world.pass(300_001);
    expect(await world.ktEvent.forgetSpent()).toBe(1);
    expect(await outcome(enter(2, { challenge }))).toBe('USER_057');
  });

  it('refuses a replayed challenge 2,000 times out of 2,000', async () => {
    await open({ guards: { challenge: 'always' } });
    const challenge = await solve(await world.ktEvent.challenge(world.slug));
    await enter(0, { challenge });
    const codes = await Promise.all(
      Array.from({ length: 2_000 }, (_, index) => outcome(enter(index + 1, { challenge }))),
    );

    expect(new Set(codes)).toEqual(new Set(['USER_057']));
    expect((await world.ktEvent.status(world.campaignId)).entries.accepted).toBe(1);
  });

  it('would take them all if nobody wrote down what is spent', async () => {
    await open({
      guards: { challenge: 'always' },
      spoil: (store) => ({
        ...store,
        entries: {
          ...store.entries,
          add: (batch) => store.entries.add(batch.map(({ spends, ...entry }) => entry)),
        },
      }),
    });
    const challenge = await solve(await world.ktEvent.challenge(world.slug));
    const codes = await Promise.all([1, 2, 3].map((no) => outcome(enter(no, { challenge }))));

    expect(codes).toEqual(['taken', 'taken', 'taken']);
  });
});

describe('an event as it is by default', { timeout: 60_000 }, () => {
  it('asks for nothing until a crowd comes, then for a challenge, and counts whom it turned away', async () => {
    await open({ guards: {} });
    expect(world.ktEvent.demands((await world.ktEvent.status(world.campaignId)).campaign)).toEqual({
      challenge: false,
      phoneCode: false,
    });
    const crowd = await Promise.all(Array.from({ length: 3_000 }, (_, index) => outcome(enter(index))));
    const asked = crowd.filter((code) => code === 'USER_057').length;

    expect(crowd.filter((code) => code === 'taken')).toHaveLength(3_000 - asked);
    expect(asked).toBe(501);
    expect((await tally()).turnedAway).toMatchObject({ challenge: 501 });
    const challenge = await solve(await world.ktEvent.challenge(world.slug));
    expect(await outcome(enter(5_000, { challenge }))).toBe('taken');
  });

  it('turns away a program that fills in every field, with a refusal like any other', async () => {
    await open({ guards: {} });
    const refusal = await enter(1, { website: 'https://spam.example' }).catch((error) => error.toJSON());
    const ordinary = await world.ktEvent
      .participate(world.slug, { ...aGuest(1), consent: false } as never)
      .catch((error) => error.toJSON());

    expect({ ...refusal, issues: [] }).toEqual({ ...ordinary, issues: [] });
    expect((await tally()).turnedAway).toMatchObject({ honeypot: 1, challenge: 0 });
    expect(await outcome(enter(1, { website: '' }))).toBe('taken');
    expect(await outcome(enter(2, { surprise: '1' }))).toBe('USER_001');
  });
});
