import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

const trend = {
  startDate: '2026-08-01',
  endDate: '2026-10-31',
  timeUnit: 'week',
  keywordGroups: [{ groupName: '칼국수', keywords: ['칼국수', '손칼국수'] }],
};

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const hubHeaders = (id?: string) => ({
  'x-ncp-apigw-api-key-id': id ?? sandbox.credentials.naver.NAVER_HUB_KEY_ID,
  'x-ncp-apigw-api-key': sandbox.credentials.naver.NAVER_HUB_KEY,
});
const legacyHeaders = (id?: string) => ({
  'x-naver-client-id': id ?? sandbox.credentials.naver.NAVER_CLIENT_ID,
  'x-naver-client-secret': sandbox.credentials.naver.NAVER_CLIENT_SECRET,
});
const hub = (body: object, headers: Record<string, string> = hubHeaders()) =>
  postJson(`${sandbox.baseUrls.naver}/search-trend/v1/search`, body, headers);
const legacy = (body: object, headers: Record<string, string> = legacyHeaders()) =>
  postJson(`${sandbox.baseUrls.naver}/v1/datalab/search`, body, headers);

describe('naver', () => {
  it('gives one series on both hosts, with its highest point at 100 and Mondays as weeks', async () => {
    const [fresh, old] = [await hub(trend), await legacy(trend)];
    const data: readonly { period: string; ratio: number }[] = JSON.parse(
      JSON.stringify(fresh.json['results']?.['0']?.['data']),
    );

    expect(old.json).toEqual(fresh.json);
    expect(Math.max(...data.map(({ ratio }) => ratio))).toBe(100);
    expect(data.every(({ period }) => new Date(period).getUTCDay() === 1)).toBe(true);
  });

  it('refuses keys on the host they are not for, in the words of that host', async () => {
    const onLegacy = await legacy(trend, legacyHeaders(sandbox.credentials.naver.NAVER_HUB_KEY_ID));
    const onHub = await hub(trend, legacyHeaders());

    expect(onLegacy).toMatchObject({ status: 401, json: { errorMessage: 'Scopes are Empty' } });
    expect(onHub).toMatchObject({
      status: 401,
      json: { error: { message: 'Authentication information are missing.' } },
    });
  });

  it.each([
    { ...trend, startDate: '2015-12-31' },
    { ...trend, timeUnit: 'year' },
    { ...trend, keywordGroups: Array.from({ length: 6 }, () => trend.keywordGroups[0]) },
    { ...trend, ages: ['12'] },
  ])('refuses a request beyond the documented limits (%#)', async (body) => {
    expect((await hub(body)).json).toMatchObject({ error: { errorCode: '100' } });
    expect((await legacy(body)).status).toBe(400);
  });

  it('finds blogs with mark-up in titles, and refuses a start beyond 1000', async () => {
    const url = `${sandbox.baseUrls.naver}/search/v1/blog?query=${encodeURIComponent('칼국수')}`;

    const found = await call(`${url}&display=2`, { headers: hubHeaders() });
    const beyond = await call(`${url}&start=1001`, { headers: hubHeaders() });

    expect(JSON.stringify(found.json['items'])).toContain('<b>칼국수</b>');
    expect(beyond.status).toBe(400);
  });
});
