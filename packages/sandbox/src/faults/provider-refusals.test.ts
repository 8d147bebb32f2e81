import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderName } from '../provider-name.js';
import type { Sandbox } from '../sandbox.js';
import { openTestSandbox } from '../testing/open-test-sandbox.js';
import { callRaw } from '../testing/raw-client.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
});
afterAll(() => sandbox.close());

async function refusal(provider: ProviderName, fault: string) {
  const headers = { 'x-sandbox-fault': fault };
  const { status, body, headers: answered } = await callRaw(`${sandbox.baseUrls[provider]}/x`, { headers });
  return { status, text: body.toString('utf8'), retryAfter: answered['retry-after'] };
}

describe('a refusal in the words of the provider', () => {
  it.each<[ProviderName, number, string]>([
    ['anthropic', 429, 'enforced_spend_limit_reached'],
    ['openai', 429, 'insufficient_quota'],
    ['sdwebui', 429, 'quota'],
    ['stability', 402, 'payment_required'],
    ['runway', 429, 'quota'],
    ['veo', 429, 'RESOURCE_EXHAUSTED'],
    ['instagram', 400, '2207042'],
    ['naver_blog', 429, 'quota'],
    ['naver', 429, '"errorCode":"400"'],
    ['solapi', 402, 'NotEnoughBalance'],
    ['kt', 429, 'quota'],
    ['clova', 429, '"errorCode":"400"'],
    ['nts', 200, '<returnReasonCode>22</returnReasonCode>'],
    ['data_go_kr', 200, '<returnReasonCode>22</returnReasonCode>'],
    ['drand', 429, 'quota'],
  ])('%s says with %d that an allowance is used up, and names no time', async (provider, status, words) => {
    const seen = await refusal(provider, 'quota');

    expect([seen.status, seen.retryAfter]).toEqual([status, undefined]);
    expect(seen.text).toContain(words);
  });

  it.each<[ProviderName, number, string]>([
    ['anthropic', 401, 'authentication_error'],
    ['openai', 401, 'invalid_api_key'],
    ['instagram', 400, '"error_subcode":463'],
    ['naver_blog', 401, 'expired'],
    ['solapi', 403, 'InvalidAPIKey'],
    ['kt', 401, 'expired'],
    ['clova', 401, '"errorCode":"200"'],
    ['nts', 401, '"code":-4'],
    ['data_go_kr', 200, '<returnReasonCode>31</returnReasonCode>'],
  ])('%s says with %d that a token has expired', async (provider, status, words) => {
    const seen = await refusal(provider, 'auth_expired');

    expect(seen.status).toBe(status);
    expect(seen.text).toContain(words);
  });

  it.each<[ProviderName, string]>([
    ['openai', '"status":"failed"'],
    ['anthropic', 'invalid_request_error'],
    ['instagram', 'OAuthException'],
    ['solapi', 'errorCode'],
    ['kt', '"detail"'],
  ])('%s can hide an error under 200', async (provider, words) => {
    const seen = await refusal(provider, 'body_error');

    expect(seen.status).toBe(200);
    expect(seen.text).toContain(words);
  });

  it('is no rate limit, which names a time', async () => {
    const [quota, limit] = [await refusal('openai', 'quota'), await refusal('openai', 'rate_limit(1)')];

    expect([limit.status, limit.retryAfter]).toEqual([429, '1']);
    expect(limit.text).not.toContain('insufficient_quota');
    expect(quota.text).not.toBe(limit.text);
  });

  it.each<[string, string | undefined]>([
    ['rate_limit(2)', '2'],
    ['rate_limit(date)', 'Fri, 20 Nov 2026 10:00:02 GMT'],
    ['rate_limit(86400)', '86400'],
    ['rate_limit(-5)', '-5'],
    ['rate_limit(none)', undefined],
    ['unavailable(date)', 'Fri, 20 Nov 2026 10:00:02 GMT'],
  ])('%s names its time as %s', async (fault, retryAfter) => {
    expect((await refusal('kt', fault)).retryAfter).toBe(retryAfter);
  });
});
