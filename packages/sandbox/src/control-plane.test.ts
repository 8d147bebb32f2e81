import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from './sandbox.js';
import { call, openTestSandbox, postJson } from './testing/open-test-sandbox.js';
import { send, sms } from './testing/solapi-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const control = (path: string) => `${sandbox.url}/__sandbox${path}`;

describe('control plane', () => {
  it.each<[unknown, string]>([
    [{ fault: 'quota' }, 'names its provider: anthropic,'],
    [{ provider: 'kt', fault: 'gremlins' }, 'unknown fault: gremlins; there are'],
    [{ provider: 'kt' }, 'unknown fault'],
    [{ provider: 'kt', fault: 'quota', count: 3 }, 'a fault script has no setting count'],
    [{ provider: 'kt', fault: 'quota', times: 0 }, 'times is a whole number from 1'],
    [{ provider: 'kt', fault: 'quota', times: '2' }, 'times is a whole number from 1'],
    [{ provider: 'kt', fault: 'quota', after: -1 }, 'after is a whole number from 0'],
    [{ provider: 'kt', fault: 'quota', probability: 2 }, 'probability is a number above 0 and up to 1'],
    [{ provider: 'kt', fault: 'quota', match: '/deploy' }, 'match is an object'],
    [{ provider: 'kt', fault: 'quota', match: { path: 'deploy' } }, 'match.path is the start of a path'],
    [{ provider: 'kt', fault: 'quota', match: { verb: 'GET' } }, 'match has no setting verb'],
    [{ provider: 'kt', fault: { kind: 'latency', ms: -1 } }, 'ms is a number from 0'],
    [{ provider: 'kt', fault: { kind: 'latency', delay: 5 } }, 'latency has no setting delay'],
    [{ provider: 'kt', fault: { kind: 'chaos', p: 1.5 } }, 'p is a number from 0 to 1'],
    [{ provider: 'kt', fault: { kind: 'status', code: 42 } }, 'code is a number from 200 to 599'],
  ])('refuses the script %j and says why', async (script, reason) => {
    const { status, json } = await postJson(control('/faults'), script);

    expect(status).toBe(400);
    expect(json['error']).toContain(reason);
    expect((await call(control('/faults'))).json['faults']).toEqual([]);
  });

  it.each(['status(nothing)', 'quota(3)', 'gremlins', 'hang()('])(
    'answers a request that asks for %j with what is wrong, and does not use it',
    async (fault) => {
      const { status, json } = await call(`${sandbox.baseUrls.drand}/chains`, {
        headers: { 'x-sandbox-fault': fault },
      });

      expect(status).toBe(400);
      expect(json['error']).toMatch(/unknown fault|has no setting|is a number/);
      expect(sandbox.requests()).toEqual([]);
    },
  );

  it('refuses an unfit script from code as well', () => {
    expect(() => sandbox.addFault({ provider: 'kt', fault: { kind: 'hang' }, times: 0.5 })).toThrowError(
      'times is a whole number',
    );
  });

  it('lists scripts as they were added and forgets them', async () => {
    const script = { provider: 'kt', match: { method: 'POST' }, fault: { kind: 'chaos', p: 0.1 }, after: 3 };
    const added = await postJson(control('/faults'), script);
    const listed = await call(control('/faults'));
    const cleared = await call(control('/faults'), { method: 'DELETE' });

    expect(added.json['faults']).toEqual([script]);
    expect(listed.json['faults']).toEqual([script]);
    expect(cleared.json['faults']).toEqual([]);
  });

  it('tells in one answer what there is', async () => {
    await send(sandbox, { messages: [sms('01012345678')] });
    sandbox.addFault({ provider: 'kt', fault: { kind: 'hang' } });

    const { json } = await call(control('/state'));

    expect(json).toMatchObject({
      now: '2026-11-20T10:00:00.000Z',
      publications: [{ channel: 'SMS' }],
      shown: sandbox.shown(),
      faults: [{ fault: { kind: 'hang' } }],
      requests: 1,
    });
    expect((await call(control('/shown'))).json).toEqual({ shown: sandbox.shown() });
  });

  it('takes one way to move the clock and nothing beside it', async () => {
    const both = await postJson(control('/clock'), { advanceMs: 1, now: '2027-01-01T00:00:00Z' });
    const more = await postJson(control('/clock'), { advanceMs: 1, zone: 'KST' });

    expect([both.status, more.status]).toEqual([400, 400]);
    expect((await call(control('/clock'))).json['offsetMs']).toBe(0);
  });

  it('says what there is when it is asked for something else', async () => {
    const { status, json } = await call(control('/gremlins'));

    expect(status).toBe(404);
    expect(json['error']).toContain('POST /faults');
  });

  it('leads nowhere from its redirect, whatever the method', async () => {
    const attempt = fetch(`${sandbox.baseUrls.drand}/chains`, {
      headers: { 'x-sandbox-fault': 'redirect_loop' },
    });

    await expect(attempt).rejects.toMatchObject({ cause: { message: 'redirect count exceeded' } });
    const put = await fetch(control('/loop'), { method: 'PUT', body: 'x', redirect: 'manual' });
    expect(put.status).toBe(302);
  });
});
