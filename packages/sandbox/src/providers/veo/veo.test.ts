import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

const model = 'veo-3.1-generate-preview';
const parameters = { aspectRatio: '9:16', durationSeconds: 8, resolution: '720p', negativePrompt: 'text' };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const key = () => ({ 'x-goog-api-key': sandbox.credentials.veo.GEMINI_API_KEY });
const order = (prompt: string, over: object = {}, name = model, headers: Record<string, string> = key()) =>
  postJson(
    `${sandbox.baseUrls.veo}/v1beta/models/${name}:predictLongRunning`,
    { instances: [{ prompt }], parameters: { ...parameters, ...over } },
    headers,
  );

async function follow(prompt: string) {
  const { json } = await order(prompt);
  const name = String(json['name']);
  for (let polls = 0; polls < 9; polls += 1) {
    const operation = await call(`${sandbox.baseUrls.veo}/v1beta/${name}`, { headers: key() });
    if (String(operation.json['done']) === 'true') {
      return JSON.stringify(operation.json);
    }
  }
  return 'not done';
}

describe('veo', () => {
  it('names a film that is behind a redirect and behind the key', async () => {
    const [, uri = ''] = /"uri":"([^"]+)"/.exec(await follow('steam')) ?? [];
    const film = await fetch(uri, { headers: key() });

    expect(film.redirected).toBe(true);
    expect(Buffer.from(await film.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
    expect((await fetch(uri)).status).toBe(403);
  });

  it.each([
    ['SANDBOX_MODERATION', 'raiMediaFilteredCount'],
    ['SANDBOX_BROKEN', '"status":"INTERNAL"'],
    ['SANDBOX_ENDLESS', 'not done'],
  ])('ends for %s with %s', async (prompt, end) => {
    expect(await follow(prompt)).toContain(end);
  });

  it.each<[string, object, string, number]>([
    ['', {}, model, 400],
    ['steam', { aspectRatio: '1:1' }, model, 400],
    ['steam', { durationSeconds: 5 }, model, 400],
    ['steam', { fps: 24 }, model, 400],
    ['steam', {}, 'veo-2', 404],
  ])('refuses %o with %o of %s by %d', async (prompt, over, name, status) => {
    expect((await order(prompt, over, name)).status).toBe(status);
  });

  it('refuses a wrong key in the shape of Google', async () => {
    const refused = await order('steam', {}, model, { 'x-goog-api-key': 'wrong' });

    expect(refused).toMatchObject({ status: 403, json: { error: { status: 'PERMISSION_DENIED' } } });
  });
});
