import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from './sandbox.js';
import { ktOrder } from './testing/kt-order.js';
import { advance, call, openTestSandbox, postJson } from './testing/open-test-sandbox.js';
import { jpegOfSize, serveBytes } from './testing/serve-bytes.js';
import { authorization, read, send, sms } from './testing/solapi-client.js';

let directory: string;
let journalPath: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kt-sandbox-'));
  journalPath = join(directory, 'sandbox.jsonl');
});
afterEach(() => rmSync(directory, { recursive: true }));

async function withSandbox<T>(act: (sandbox: Sandbox) => Promise<T>, options = {}): Promise<T> {
  const sandbox = await openTestSandbox({ journalPath, ...options });
  try {
    return await act(sandbox);
  } finally {
    await sandbox.close();
  }
}

const deploy = ({ baseUrls, credentials }: Sandbox, key: string) =>
  postJson(`${baseUrls.kt}/deploy`, ktOrder(), {
    authorization: `Bearer ${credentials.kt.KT_API_TOKEN}`,
    'idempotency-key': key,
  });

describe('journal', () => {
  it('rebuilds publications, ids, counters, the clock and idempotency keys', async () => {
    const before = await withSandbox(async (sandbox) => {
      await advance(sandbox, 90_000);
      const deployed = await deploy(sandbox, 'k1');
      await send(
        sandbox,
        { messages: [sms('01012345678', '안녕', { reference: 'r-1' })] },
        '2026-11-20T10:01:30Z',
      );
      return { deployed: deployed.json, publications: sandbox.publications(), drand: sandbox.drandInfo };
    });

    await withSandbox(async (sandbox) => {
      const again = await deploy(sandbox, 'k1');
      const next = await deploy(sandbox, 'k2');
      const list = await read(sandbox, '/messages/v4/list?to=01012345678', '2026-11-20T10:01:30Z');
      const clock = await call(`${sandbox.url}/__sandbox/clock`);

      expect(sandbox.publications().slice(0, 2)).toEqual(before.publications);
      expect(again.json).toEqual(before.deployed);
      expect(next.json['deploymentId']).not.toBe(before.deployed['deploymentId']);
      expect(String(next.json['deploymentId'])).toMatch(/000002$/);
      expect(Object.values(list.json['messageList'] ?? {})).toMatchObject([
        { customFields: { reference: 'r-1' } },
      ]);
      expect(clock.json['offsetMs']).toBe(90_000);
      expect(sandbox.drandInfo).toEqual(before.drand);
    });
  });

  it('does not download media again', async () => {
    const host = await serveBytes(jpegOfSize(1080, 1080));
    const contain = ({ baseUrls, credentials: { instagram } }: Sandbox) =>
      call(`${baseUrls.instagram}/v26.0/${instagram.IG_USER_ID}/media`, {
        method: 'POST',
        body: new URLSearchParams({ access_token: instagram.IG_ACCESS_TOKEN, image_url: host.url }),
      });
    const first = await withSandbox(contain);
    await host.close();

    const status = await withSandbox(({ baseUrls, credentials }) =>
      call(`${baseUrls.instagram}/v26.0/${first.json['id']}?fields=status_code`, {
        headers: { authorization: `Bearer ${credentials.instagram.IG_ACCESS_TOKEN}` },
      }),
    );

    expect(host.hits()).toBe(1);
    expect(status.json['status_code']).toBe('FINISHED');
  });

  it('repeats no fault, and keeps the work of a request whose answer was lost', async () => {
    const published = await withSandbox(async (sandbox) => {
      sandbox.addFault({ provider: 'kt', fault: { kind: 'accept_then_drop' } });
      await expect(deploy(sandbox, 'k1')).rejects.toThrowError();
      sandbox.addFault({ provider: 'kt', fault: { kind: 'status', code: 500 } });
      await deploy(sandbox, 'k2');
      return sandbox.publications();
    });

    expect(published).toHaveLength(1);
    await withSandbox(async (sandbox) => expect(sandbox.publications()).toEqual(published));
  });

  it('keeps a signature used, so that a replay after a restart is refused', async () => {
    const header = await withSandbox(async (sandbox) => {
      const used = authorization(sandbox);
      await call(`${sandbox.baseUrls.solapi}/cash/v1/balance`, { headers: used });
      return used;
    });

    const again = await withSandbox(({ baseUrls }) =>
      call(`${baseUrls.solapi}/cash/v1/balance`, { headers: header }),
    );

    expect(again.json['errorCode']).toBe('DuplicatedSignature');
  });

  it('holds no phone number, name or secret in clear, in files only their owner can read', async () => {
    await withSandbox(async (sandbox) => {
      await send(sandbox, { messages: [sms('01012345678', '김사장님 안녕하세요')] });
      await deploy(sandbox, 'k1');
    });
    const files = readdirSync(directory).map((name) => join(directory, name));
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');

    for (const hidden of ['01012345678', '김사장', '0212345678', 'sandbox-kt-token', 'signature=']) {
      expect(text).not.toContain(hidden);
      expect(text).not.toContain(Buffer.from(hidden).toString('base64').slice(0, 10));
    }
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('cuts off a line that a crash tore, and goes on after it', async () => {
    await withSandbox((sandbox) => deploy(sandbox, 'k1'));
    appendFileSync(journalPath, '{"kind":"request","at":"2026-');

    await withSandbox((sandbox) => deploy(sandbox, 'k2'));

    await withSandbox(async (sandbox) => expect(sandbox.publications()).toHaveLength(2));
  });

  it('is emptied by a reset', async () => {
    await withSandbox(async (sandbox) => {
      await deploy(sandbox, 'k1');
      sandbox.reset();
      await deploy(sandbox, 'k2');
    });

    await withSandbox(async (sandbox) => expect(sandbox.publications()).toHaveLength(1));
  });

  it('refuses another seed than the one it was written with', async () => {
    await withSandbox((sandbox) => deploy(sandbox, 'k1'), { seed: 'a' });

    await expect(withSandbox(async () => undefined, { seed: 'b' })).rejects.toThrowError('seed "a"');
    await withSandbox(async (sandbox) => expect(sandbox.publications()).toHaveLength(1));
  });
});
