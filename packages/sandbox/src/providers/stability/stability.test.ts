import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { openTestSandbox } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const json = { accept: 'application/json' };

function paint(fields: Record<string, string>, headers: Record<string, string> = json, model = 'core') {
  const form = new FormData();
  for (const [name, value] of Object.entries({ prompt: 'soup', ...fields })) {
    form.append(name, value);
  }
  const authorization = `Bearer ${sandbox.credentials.stability.STABILITY_API_KEY}`;
  return fetch(`${sandbox.baseUrls.stability}/v2beta/stable-image/generate/${model}`, {
    method: 'POST',
    headers: { authorization, ...headers },
    body: form,
  });
}

describe('stability', () => {
  it('paints raw bytes or Base64, as it is asked, the same for the same seed', async () => {
    const raw = await paint({ seed: '7', aspect_ratio: '9:16' }, { accept: 'image/*' });
    const bytes = Buffer.from(await raw.arrayBuffer());
    const told = await (await paint({ seed: '7', aspect_ratio: '9:16' })).json();

    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([768, 1_344]);
    expect([raw.headers.get('finish-reason'), raw.headers.get('seed')]).toEqual(['SUCCESS', '7']);
    expect(told).toMatchObject({ finish_reason: 'SUCCESS', seed: 7, image: bytes.toString('base64') });
  });

  it('calls a blurred picture a success in all but one word', async () => {
    const blurred = await paint({ prompt: 'SANDBOX_FILTERED' });

    expect(blurred.status).toBe(200);
    expect(await blurred.json()).toMatchObject({ finish_reason: 'CONTENT_FILTERED' });
  });

  it.each<[Record<string, string>, Record<string, string>, number]>([
    [{ prompt: '' }, json, 400],
    [{ prompt: 'x'.repeat(10_001) }, json, 400],
    [{ width: '1024' }, json, 400],
    [{ aspect_ratio: '4:3' }, json, 400],
    [{ seed: '-1' }, json, 400],
    [{ output_format: 'bmp' }, json, 400],
    [{}, { accept: '*/*' }, 400],
    [{}, { ...json, 'content-type': 'application/json' }, 400],
    [{ prompt: 'SANDBOX_MODERATION' }, json, 403],
    [{}, { ...json, authorization: 'Bearer wrong' }, 401],
  ])('refuses %o under %o with %d', async (fields, headers, status) => {
    const refused = await paint(fields, headers);

    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ name: expect.any(String), errors: [expect.any(String)] });
  });

  it('has no model of another name', async () => {
    expect((await paint({}, json, 'v1')).status).toBe(404);
  });
});
