import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { HumanCheck } from '../human-check.js';
import { createTurnstileCheck } from './turnstile-check.js';

let standIn: StandIn;
let nowMs = noon.getTime();
beforeAll(async () => {
  standIn = await openStandIn(() => new Date(nowMs));
});
afterAll(() => standIn.close());
beforeEach(() => {
  nowMs = noon.getTime();
  standIn.sandbox.clearFaults();
  standIn.sandbox.reset();
});

const keys = () => standIn.sandbox.credentials.turnstile;
const campaignId = 'cmp-000000000001';
const open = (over: { readonly secretKey?: string; readonly hostname?: string } = {}) => {
  const humanCheck = create(over);
  return { check: (token: string, of = campaignId) => humanCheck.check({ token, campaignId: of }) };
};
const create = (over: { readonly secretKey?: string; readonly hostname?: string }): HumanCheck =>
  createTurnstileCheck({
    ...standIn.options(standIn.sandbox.baseUrls.turnstile),
    siteKey: keys().TURNSTILE_SITE_KEY,
    secretKey: keys().TURNSTILE_SECRET_KEY,
    ...over,
  });

/** As the stand-in of the widget makes them. */
const token = (no: number, atMs = nowMs) => `sandbox.${atMs}.${no}`;
const questions = () => standIn.sandbox.requests('turnstile');

describe('a token of a person', () => {
  it('is good, has a name of its own, and an end', async () => {
    const [one, two] = [await open().check(token(1)), await open().check(token(2))];

    expect(one).toEqual({
      kind: 'human',
      name: expect.stringMatching(/^[0-9a-f]{64}$/),
      expiresAt: new Date(nowMs + 300_000).toISOString(),
    });
    expect(two).not.toEqual(one);
    expect(await open({ hostname: 'localhost' }).check(token(3))).toMatchObject({ kind: 'human' });
  });

  it('may be asked about again after a lost answer, and has the same name', async () => {
    standIn.sandbox.addFault({ provider: 'turnstile', fault: { kind: 'accept_then_drop' }, times: 1 });
    const first = await open().check(token(1));
    const again = await open().check(token(1));

    expect(first).toMatchObject({ kind: 'human' });
    expect(again).toEqual(first);
    expect(questions().length).toBe(3);
    expect(
      new Set(questions().map(({ body }) => new URLSearchParams(body).get('idempotency_key'))).size,
    ).toBe(1);
  });
});

describe('anything else', () => {
  it('is refused: a token that has paid for another campaign', async () => {
    await open().check(token(1));

    expect(await open().check(token(1), 'cmp-000000000002')).toEqual({
      kind: 'refused',
      reason: 'timeout-or-duplicate',
    });
  });

  it.each([
    ['nothing', () => ''],
    ['what nobody made', () => 'made-up'],
    ['what is too long', () => `sandbox.${'9'.repeat(2_048)}`],
    ['what is older than five minutes', () => token(1, nowMs - 300_001)],
  ])('is refused: %s', async (_, make) => {
    expect(await open().check(make())).toMatchObject({ kind: 'refused' });
  });

  it('is refused: a token of another page', async () => {
    expect(await open({ hostname: 'event.example' }).check(token(1))).toEqual({
      kind: 'refused',
      reason: 'hostname',
    });
  });

  it.each([
    ['does not answer', { kind: 'reset_before' }],
    ['is down', { kind: 'status', code: 500 }],
    ['answers with a page', { kind: 'html_200' }],
    ['answers with half a thought', { kind: 'truncated_json' }],
    ['leaves out the verdict', { kind: 'missing_optional', field: 'success' }],
    ['leaves out the time', { kind: 'missing_optional', field: 'challenge_ts' }],
  ] as const)('is no yes, when the provider %s', async (_, fault) => {
    standIn.sandbox.addFault({ provider: 'turnstile', fault, times: 10 });

    await expect(open().check(token(1))).rejects.toMatchObject({ code: expect.stringMatching(/^PROVIDER_/) });
  });

  it('is no yes, when our secret is wrong', async () => {
    await expect(open({ secretKey: 'another' }).check(token(1))).rejects.toMatchObject({ code: 'AUTH_002' });
  });
});
