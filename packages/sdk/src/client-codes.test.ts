import { afterEach, describe, expect, it } from 'vitest';
import { codeSubject } from './participate/guards/phone-codes.js';
import {
  aGuest,
  aKey,
  type GuardedWorld,
  type GuardedWorldOptions,
  openGuardedWorld,
} from './testing/guarded-world.js';

let world: GuardedWorld;
const guards = { phoneCode: true };
const open = async (options: Partial<GuardedWorldOptions> = {}) => {
  world = await openGuardedWorld({ guards, ...options });
};
afterEach(() => world.close());

const ask = (no: number, client = '203.0.113.1') =>
  world.ktEvent.sendPhoneCode(world.slug, { phone: aGuest(no).phone, client });
const enter = (no: number, phoneCode?: string, idempotencyKey = aKey()) =>
  world.ktEvent.participate(world.slug, aGuest(no), { idempotencyKey, proofs: { phoneCode } });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ code }) => code,
  );
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const tally = () => world.ktEvent.guardTally(world.campaignId);
const effects = async () => {
  const runs = await world.store.journal.list({ subject: codeSubject(world.campaignId) });
  return (await Promise.all(runs.map(({ id }) => world.store.journal.effects({ runId: id })))).flat();
};

describe('a one-time code', { timeout: 60_000 }, () => {
  it('is what an entry needs, and good for one', async () => {
    await open();
    expect(await outcome(enter(1))).toBe('USER_058');
    expect(await ask(1)).toEqual({ state: 'sent', expiresInSeconds: 180 });
    const code = world.newestCode();
    const key = aKey();

    expect(code).toMatch(/^\d{6}$/);
    expect(await outcome(enter(1, other(code)))).toBe('USER_058');
    expect(await outcome(enter(2, code))).toBe('USER_058');
    expect(await enter(1, code, key)).toMatchObject({ replayed: false });
    expect(await enter(1, code, key)).toMatchObject({ replayed: true });
    expect(await outcome(enter(1, code))).toBe('USER_058');
    expect((await tally()).turnedAway).toMatchObject({ code: 5 });
  });

  it('is sent to whoever asks, and never tells whether the phone has entered', async () => {
    await open();
    const first = await ask(1);
    await enter(1, world.newestCode());
    world.pass(1_000);

    expect(await ask(1)).toEqual(first);
    expect(await outcome(enter(1, world.newestCode()))).toBe('USER_004');
  });

  it('ends after three minutes, and after five tries', async () => {
    await open();
    await ask(1);
    const code = world.newestCode();
    for (let no = 0; no < 5; no += 1) await outcome(enter(1, other(code)));
    expect(await outcome(enter(1, code))).toBe('USER_058');

    await ask(2);
    world.pass(180_000);
    expect(await outcome(enter(2, world.newestCode()))).toBe('USER_058');
  });

  it('would be guessed, if a try were not counted before it is compared', async () => {
    const endless: GuardedWorldOptions['spoil'] = (store) => ({
      ...store,
      codes: {
        ...store.codes,
        tryNewest: (attempt) => store.codes.tryNewest(attempt, Number.MAX_SAFE_INTEGER),
      },
    });
    await open({ spoil: endless });
    await ask(1);
    const code = world.newestCode();
    for (let no = 0; no < 20; no += 1) await outcome(enter(1, other(code)));

    expect(await outcome(enter(1, code))).toBe('taken');
  });

  it('lies on no disk: neither code, nor phone, nor address', async () => {
    await open();
    await ask(1);
    const rows = JSON.stringify([
      await world.store.journal.list({ subject: codeSubject(world.campaignId) }),
      await effects(),
      await world.store.codes.tryNewest(
        { campaignId: world.campaignId, phoneIndex: 'none', at: world.now().toISOString() },
        5,
      ),
    ]);

    expect(rows).toContain('phone-code');
    for (const secret of [world.newestCode(), '0000001', '203.0.113.1']) expect(rows).not.toContain(secret);
  });
});

describe('asking for codes', { timeout: 60_000 }, () => {
  it('is limited to three an hour for a phone and ten for an address', async () => {
    await open();
    const ofPhone = [];
    for (let no = 0; no < 4; no += 1) ofPhone.push(await outcome(ask(1)));
    const ofAddress = [];
    for (let no = 2; no < 11; no += 1) ofAddress.push(await outcome(ask(no)));

    expect(ofPhone).toEqual(['taken', 'taken', 'taken', 'USER_059']);
    expect(ofAddress).toEqual([...Array.from({ length: 7 }, () => 'taken'), 'USER_059', 'USER_059']);
    expect(await outcome(ask(20, '203.0.113.2'))).toBe('taken');
    expect(world.messages()).toBe(11);
    world.pass(3_600_000);
    expect(await world.ktEvent.forgetSpent()).toBe(11);
    expect(await outcome(ask(1))).toBe('taken');
  });

  it('costs no more than the event may spend on codes', async () => {
    await open({ guards: { phoneCode: true, codeBudgetKrw: 60 } });
    const asked = await Promise.all([1, 2, 3, 4, 5].map((no) => outcome(ask(no))));

    expect(asked.filter((code) => code === 'taken')).toHaveLength(3);
    expect(asked.filter((code) => code === 'USER_060')).toHaveLength(2);
    expect(await tally()).toMatchObject({ codesSent: 3, codesKrw: 54, turnedAway: { code_budget: 2 } });
    expect((await effects()).map(({ state, settledKrw }) => [state, settledKrw])).toEqual(
      [1, 2, 3].map(() => ['acked', 18]),
    );
  });

  it('would cost more than that if nobody kept the budget', async () => {
    await open({
      guards: { phoneCode: true, codeBudgetKrw: 60 },
      spoil: (store) => ({
        ...store,
        codes: {
          ...store.codes,
          reserve: (request, caps, challenge) =>
            store.codes.reserve(request, { ...caps, budgetKrw: Number.MAX_SAFE_INTEGER }, challenge),
        },
      }),
    });
    for (const no of [1, 2, 3, 4, 5]) await ask(no);

    expect((await tally()).codesKrw).toBeGreaterThan(60);
  });

  it('is refused where the event has no codes, and outside its period', async () => {
    await open({ guards: {} });
    expect(await outcome(ask(1))).toBe('USER_062');
    world.pass(10 * 86_400_000);
    expect(await outcome(ask(1))).toBe('USER_005');
    expect(world.messages()).toBe(0);
  });
});

describe('a code whose message', { timeout: 60_000 }, () => {
  const solapi = { provider: 'solapi', match: { method: 'POST' } } as const;

  it('was refused costs nothing, and is never right', async () => {
    await open();
    world.sandbox.addFault({ ...solapi, fault: { kind: 'status', code: 400 } });

    expect(await outcome(ask(1))).toBe('USER_061');
    expect(await tally()).toMatchObject({ codesSent: 0, codesKrw: 0 });
  });

  it('is in doubt counts as sent and paid, works if it came, and is not sent again', async () => {
    await open();
    world.sandbox.addFault({ ...solapi, fault: { kind: 'accept_then_drop' }, times: 1 });
    const answer = await ask(1);

    expect(answer).toEqual({ state: 'unknown', expiresInSeconds: 180 });
    expect(world.messages()).toBe(1);
    expect(await tally()).toMatchObject({ codesSent: 1, codesKrw: 18 });
    expect(await outcome(enter(1, world.newestCode()))).toBe('taken');
    await world.ktEvent.advance(world.campaignId);
    expect(world.messages()).toBe(1);
  });
});

describe('an event with codes', { timeout: 60_000 }, () => {
  it('is refused before anything is stored where no text message can be sent', async () => {
    await expect(openGuardedWorld({ guards, environment: () => ({}) })).rejects.toMatchObject({
      code: 'AUTH_001',
    });
    await open({ guards: {} });
  });
});
