import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

const order = { model: 'gen4.5', promptText: 'steam rises', ratio: '720:1280', duration: 5, seed: 1 };
const promptImage = `data:image/png;base64,${Buffer.from('pixels').toString('base64')}`;
const day = 86_400_000;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const headers = () => ({
  authorization: `Bearer ${sandbox.credentials.runway.RUNWAYML_API_SECRET}`,
  'x-runway-version': '2024-11-06',
});
const post = (body: object, path = 'text_to_video', over: Record<string, string> = {}) =>
  postJson(`${sandbox.baseUrls.runway}/v1/${path}`, body, { ...headers(), ...over });
const look = (id: unknown) =>
  call(`${sandbox.baseUrls.runway}/v1/tasks/${String(id)}`, { headers: headers() });

/** Every status up to the last one. */
async function follow(body: object) {
  const { json } = await post(body);
  const seen: unknown[] = [];
  for (let polls = 0; polls < 9; polls += 1) {
    const task = await look(json['id']);
    const status = String(task.json['status']);
    seen.push(status);
    if (!['THROTTLED', 'RUNNING'].includes(status)) {
      return { seen, task: task.json };
    }
  }
  return { seen, task: {} };
}

describe('runway', () => {
  it('waits for a place, works, and names a film that is one', async () => {
    const { seen, task } = await follow(order);
    const film = await fetch(String((task as { output?: string[] }).output?.[0]));

    expect(seen).toEqual(['THROTTLED', 'RUNNING', 'RUNNING', 'SUCCEEDED']);
    expect(Buffer.from(await film.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
  });

  it('lets the link to a film die after a day', async () => {
    const { task } = await follow(order);
    await postJson(`${sandbox.url}/__sandbox/clock`, { advanceMs: day + 1_000 });

    expect((await fetch(String((task as { output?: string[] }).output?.[0]))).status).toBe(403);
  });

  it.each<[string, object]>([
    ['SANDBOX_MODERATION', { status: 'FAILED', failureCode: 'SAFETY.INPUT.TEXT' }],
    ['SANDBOX_BROKEN', { status: 'FAILED', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' }],
  ])('fails for %s', async (promptText, end) => {
    expect((await follow({ ...order, promptText })).task).toMatchObject(end);
  });

  it('never ends for SANDBOX_ENDLESS, and keeps others waiting for SANDBOX_THROTTLED', async () => {
    const endless = await follow({ ...order, promptText: 'SANDBOX_ENDLESS' });
    const throttled = await follow({ ...order, promptText: 'SANDBOX_THROTTLED' });

    expect(endless.seen).toHaveLength(9);
    expect(throttled.seen.filter((status) => status === 'THROTTLED')).toHaveLength(5);
  });

  it.each<[object, string, Record<string, string>, number]>([
    [{ model: 'sora-2' }, 'text_to_video', {}, 400],
    [{ ratio: '9:16' }, 'text_to_video', {}, 400],
    [{ duration: 11 }, 'text_to_video', {}, 400],
    [{ duration: '5' }, 'text_to_video', {}, 400],
    [{ seed: -1 }, 'text_to_video', {}, 400],
    [{ promptText: 'x'.repeat(1_001) }, 'text_to_video', {}, 400],
    [{ promptImage }, 'text_to_video', {}, 400],
    [{}, 'image_to_video', {}, 400],
    [{ promptImage: 'http://a.example/a.png' }, 'image_to_video', {}, 400],
    [{ promptImage }, 'image_to_video', {}, 200],
    [{}, 'text_to_video', { 'x-runway-version': '2024-01-01' }, 400],
    [{}, 'text_to_video', { authorization: 'Bearer wrong' }, 401],
  ])('answers %o at %s under %o with %d', async (over, path, wrong, status) => {
    expect((await post({ ...order, ...over }, path, wrong)).status).toBe(status);
  });

  it('knows no task of another name', async () => {
    expect((await look('nothing')).status).toBe(404);
  });
});
