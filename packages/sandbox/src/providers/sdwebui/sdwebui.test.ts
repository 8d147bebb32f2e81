import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const basic = (password: string = sandbox.credentials.sdwebui.SD_WEBUI_PASSWORD) => ({
  authorization: `Basic ${Buffer.from(`sandbox:${password}`).toString('base64')}`,
});
const paint = (body: object, headers: Record<string, string> = basic()) =>
  postJson(
    `${sandbox.baseUrls.sdwebui}/sdapi/v1/txt2img`,
    { prompt: 'soup', width: 96, height: 64, ...body },
    headers,
  );

describe('sdwebui', () => {
  it('paints a PNG whose pixels fill the asked size, and tells its seed in JSON within JSON', async () => {
    const { json } = await paint({ seed: 12_345 });
    const bytes = Buffer.from(String(json['images']?.['0']), 'base64');
    const dataBytes = bytes.readUInt32BE(33);
    const pixels = inflateSync(bytes.subarray(41, 41 + dataBytes));

    expect(bytes.toString('latin1', 37, 41)).toBe('IDAT');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([96, 64]);
    expect(pixels).toHaveLength((96 * 3 + 1) * 64);
    expect(JSON.parse(String(json['info']))).toMatchObject({ seed: 12_345, all_seeds: [12_345] });
  });

  it('paints the same picture for a seed, another for the next, and several on request', async () => {
    const first = await paint({ seed: 1 });
    const pair = await paint({ seed: 1, batch_size: 2 });

    expect(pair.json['images']?.['0']).toBe(first.json['images']?.['0']);
    expect(pair.json['images']?.['1']).not.toBe(first.json['images']?.['0']);
  });

  it('works without a password and refuses a wrong one', async () => {
    const wrong = await paint({}, basic('wrong'));

    expect((await paint({}, {})).status).toBe(200);
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toBe('Basic');
  });

  it.each([
    [{ width: '96' }, 422],
    [{ steps: 0 }, 422],
    [{ sampler_name: 'Guess' }, 404],
    [{ width: 1_536, height: 1_536 }, 500],
  ])('refuses %o with %d', async (body, status) => {
    expect((await paint(body)).status).toBe(status);
  });

  it('tells its samplers, its options and that nothing runs', async () => {
    const get = async (name: string) => (await call(`${sandbox.baseUrls.sdwebui}/sdapi/v1/${name}`)).json;

    expect(await get('progress')).toMatchObject({ progress: 0 });
    expect(await get('samplers')).toContainEqual(expect.objectContaining({ name: 'Euler a' }));
    expect(await get('options')).toHaveProperty('sd_model_checkpoint');
  });
});
