import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSandbox } from '../../open-sandbox.js';
import type { Sandbox } from '../../sandbox.js';

let sandbox: Sandbox;
let nowMs = Date.parse('2026-12-01T12:00:00+09:00');
beforeAll(async () => {
  sandbox = await openSandbox({ now: () => new Date(nowMs) });
});
afterAll(() => sandbox.close());

const secret = () => sandbox.credentials.turnstile.TURNSTILE_SECRET_KEY;
const key = '00000000-0000-4000-8000-000000000001';

async function ask(fields: Record<string, string>, json = false) {
  const body = json ? JSON.stringify(fields) : new URLSearchParams(fields);
  const headers = json ? { 'content-type': 'application/json' } : undefined;
  const url = `${sandbox.baseUrls.turnstile}/turnstile/v0/siteverify`;
  const answer = await fetch(url, { method: 'POST', body, ...(headers && { headers }) });
  return answer.json();
}

it('says yes once, and again only under the key of the first question', async () => {
  const response = `sandbox.${nowMs}.a`;

  expect(await ask({ secret: secret(), response, idempotency_key: key })).toMatchObject({
    success: true,
    challenge_ts: new Date(nowMs).toISOString(),
    'error-codes': [],
  });
  expect(await ask({ secret: secret(), response, idempotency_key: key }, true)).toMatchObject({
    success: true,
  });
  expect(await ask({ secret: secret(), response })).toMatchObject({
    success: false,
    'error-codes': ['timeout-or-duplicate'],
  });
});

it.each([
  [{}, 'missing-input-secret'],
  [{ secret: 'x' }, 'invalid-input-secret'],
  [{ secret: 'ours' }, 'missing-input-response'],
  [{ secret: 'ours', response: 'made-up' }, 'invalid-input-response'],
  [{ secret: 'ours', response: 'sandbox.1764558000000.b', idempotency_key: 'no uuid' }, 'bad-request'],
] as const)('says no to %j in its own words', async (given, code) => {
  const fields = { ...given, ...('secret' in given && given.secret === 'ours' && { secret: secret() }) };

  expect(await ask(fields)).toMatchObject({ success: false, 'error-codes': [code] });
});

it('says no after five minutes', async () => {
  const response = `sandbox.${nowMs}.c`;
  nowMs += 300_001;

  expect(await ask({ secret: secret(), response })).toMatchObject({
    'error-codes': ['timeout-or-duplicate'],
  });
});
