import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: { title: { type: 'string' } },
};
const chat = {
  model: 'gpt-6-luna',
  messages: [{ role: 'user', content: '안녕' }],
  response_format: { type: 'json_schema', json_schema: { name: 'promo', strict: true, schema } },
};
const image = { model: 'gpt-image-2', prompt: 'steaming kalguksu', size: '256x128' };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const bearer = () => ({ authorization: `Bearer ${sandbox.credentials.openai.OPENAI_API_KEY}` });
const post = (path: string, body: object) => postJson(`${sandbox.baseUrls.openai}${path}`, body, bearer());

describe('openai', () => {
  it('completes a chat with JSON of the schema, with /v1 in the base URL or without', async () => {
    const [first, second] = [await post('/chat/completions', chat), await post('/v1/chat/completions', chat)];
    const content = (answered: typeof first) => answered.json['choices']?.['0']?.['message']?.['content'];

    expect(JSON.parse(String(content(first)))).toEqual({ title: expect.any(String) });
    expect(content(second)).toBe(content(first));
    expect(first.headers.get('x-ratelimit-reset-requests')).toBe('120ms');
  });

  it('streams a chat up to [DONE]', async () => {
    const response = await fetch(`${sandbox.baseUrls.openai}/chat/completions`, {
      method: 'POST',
      headers: { ...bearer(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...chat, stream: true }),
    });

    expect((await response.text()).endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('answers responses with a reasoning item first, and incomplete when cut', async () => {
    const ask = {
      model: 'gpt-6-luna',
      input: '안녕',
      text: { format: { type: 'json_schema', name: 'promo', strict: true, schema } },
    };
    const whole = await post('/responses', ask);
    const cut = await post('/responses', { ...ask, max_output_tokens: 3 });

    expect(whole.json['output']).toMatchObject([{ type: 'reasoning' }, { type: 'message' }]);
    expect(JSON.parse(String(whole.json['output']?.['1']?.['content']?.['0']?.['text']))).toHaveProperty(
      'title',
    );
    expect(cut.json).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
    });
  });

  it('paints real PNG bytes of the asked size, the same for the same request', async () => {
    const [first, again] = [
      await post('/images/generations', image),
      await post('/images/generations', image),
    ];
    const bytes = Buffer.from(String(first.json['data']?.['0']?.['b64_json']), 'base64');

    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([256, 128]);
    expect(again.json['data']).toEqual(first.json['data']);
  });

  it.each([
    ['/images/generations', { ...image, model: 'gpt-image-1' }, 404, 'model_not_found'],
    ['/images/generations', { ...image, size: '1000x1000' }, 400, 'invalid_value'],
    ['/images/generations', { ...image, prompt: 'SANDBOX_MODERATION' }, 400, 'moderation_blocked'],
    ['/chat/completions', { ...chat, model: 'gpt-4' }, 404, 'model_not_found'],
    ['/chat/completions', { ...chat, max_tokens: 5 }, 400, 'unsupported_parameter'],
  ])('refuses at %s %o with %d %s', async (path, body, status, code) => {
    expect(await post(path, body)).toMatchObject({ status, json: { error: { code } } });
  });

  it('refuses a strict schema with an optional property', async () => {
    const loose = { ...schema, required: [] };
    const format = { type: 'json_schema', json_schema: { name: 'promo', strict: true, schema: loose } };
    const refused = await post('/chat/completions', { ...chat, response_format: format });

    expect(refused.json['error']?.['code']).toBe('invalid_json_schema');
  });

  it('lists models with their last days and refuses a wrong key', async () => {
    const models = await call(`${sandbox.baseUrls.openai}/models`, { headers: bearer() });
    const stranger = await call(`${sandbox.baseUrls.openai}/models`);

    expect(JSON.stringify(models.json)).toContain('"shutdown_date":"2026-12-11"');
    expect(stranger).toMatchObject({ status: 401, json: { error: { code: 'invalid_api_key' } } });
  });
});
