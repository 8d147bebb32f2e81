import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';
import { authorization, read, sms } from '../../testing/solapi-client.js';
import { sign } from './signature.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const url = () => `${sandbox.baseUrls.solapi}/messages/v4/send-many/detail`;

describe('solapi authentication', () => {
  it('computes the published test vector', () => {
    const salt = '0123456789abcdef0123456789abcdef';

    expect(sign('TESTSECRET0000000000000000000000', '2026-11-20T10:00:00Z', salt)).toBe(
      '4a092559b9737c27724d1331eb4419dcc2f8e0d0539bbfc993588251f4be70eb',
    );
  });

  it('takes a signature once, for reads too', async () => {
    const headers = authorization(sandbox);
    const first = await postJson(url(), { messages: [sms('01012345678')] }, headers);
    const again = await postJson(url(), { messages: [sms('01012345678')] }, headers);

    expect(first.status).toBe(200);
    expect(again).toMatchObject({ status: 403, json: { errorCode: 'DuplicatedSignature' } });
    expect(sandbox.publications()).toHaveLength(1);
  });

  it.each([
    ['2026-11-20T10:15:00Z', 200],
    ['2026-11-20T09:45:00Z', 200],
    ['2026-11-20T10:15:01Z', 403],
    ['2026-11-20T09:44:59Z', 403],
  ])('holds a date of %s against the virtual clock', async (date, status) => {
    expect((await read(sandbox, '/cash/v1/balance', date)).status).toBe(status);
  });

  it('refuses a wrong key, a wrong signature and a short salt by name', async () => {
    const { authorization: good = '' } = authorization(sandbox);
    const ask = async (header: string) =>
      (await call(`${sandbox.baseUrls.solapi}/cash/v1/balance`, { headers: { authorization: header } })).json[
        'errorCode'
      ];

    expect(await ask(good.replace(/apiKey=\w+/, 'apiKey=OTHER'))).toBe('InvalidAPIKey');
    expect(await ask(good.replace(/signature=\w{4}/, 'signature=0000'))).toBe('SignatureDoesNotMatch');
    expect(await ask(good.replace(/salt=\w+/, 'salt=short'))).toBe('ValidationError');
    expect(await ask('Bearer x')).toBe('Unauthorized');
  });
});
