import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['ideas'],
  properties: { ideas: { type: 'array', items: { type: 'string' } } },
};
const ask = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1_500,
  messages: [{ role: 'user', content: '비 오는 화요일, 칼국수집, 아이디어 3개' }],
};
const structured = { ...ask, output_config: { effort: 'low', format: { type: 'json_schema', schema } } };
const tool = {
  name: 'price_of',
  description: 'price',
  input_schema: { type: 'object', properties: { menu: { type: 'string' } }, required: ['menu'] },
};

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const headers = (version = '2026-10-21') => ({
  'x-api-key': sandbox.credentials.anthropic.ANTHROPIC_API_KEY,
  'anthropic-version': version,
});
const post = (body: object, init: Record<string, string> = headers()) =>
  postJson(`${sandbox.baseUrls.anthropic}/v1/messages`, body, init);

describe('anthropic', () => {
  it('answers with JSON of the schema, the same for the same body', async () => {
    const [first, again] = [await post(structured), await post(structured)];
    const text = String(first.json['content']?.['0']?.['text']);

    expect(JSON.parse(text)).toEqual({ ideas: [expect.any(String), expect.any(String), expect.any(String)] });
    expect(again.json['content']).toEqual(first.json['content']);
    expect(again.json['id']).not.toBe(first.json['id']);
    expect(first.json['stop_reason']).toBe('end_turn');
    expect(first.headers.get('request-id')).toMatch(/^req_sbx_/);
  });

  it('takes either style of key and refuses none and another', async () => {
    const key = sandbox.credentials.anthropic.ANTHROPIC_API_KEY;
    const version = { 'anthropic-version': '2026-10-21' };

    expect((await post(ask, { ...version, authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await post(ask, version)).json['error']?.['type']).toBe('authentication_error');
    expect((await post(ask, { ...version, 'x-api-key': 'sk-other' })).status).toBe(401);
  });

  it('calls a tool, then answers when its result has come back', async () => {
    const called = await post({ ...ask, tools: [tool] });
    const use = called.json['content']?.['0'];
    const turns = [
      ...ask.messages,
      { role: 'assistant', content: [use] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: use?.['id'], content: '9000원' }] },
    ];
    const answered = await post({ ...ask, tools: [tool], messages: turns });

    expect(called.json['stop_reason']).toBe('tool_use');
    expect(use).toMatchObject({ type: 'tool_use', name: 'price_of', input: { menu: expect.any(String) } });
    expect(answered.json['content']?.['0']?.['text']).toContain('9000원');
  });

  it('cuts JSON at max_tokens and says so', async () => {
    const { json } = await post({ ...structured, max_tokens: 5 });

    expect(json['stop_reason']).toBe('max_tokens');
    expect(() => JSON.parse(String(json['content']?.['0']?.['text']))).toThrowError();
  });

  it('streams the same answer, with a ping and an unknown event on the way', async () => {
    const whole = await post(structured);
    const response = await fetch(`${sandbox.baseUrls.anthropic}/v1/messages`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...structured, stream: true }),
    });
    const text = await response.text();
    const events = [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name);
    const said = [...text.matchAll(/"text_delta","text":("(?:[^"\\]|\\.)*")/g)].map(([, part]) =>
      JSON.parse(part ?? '""'),
    );

    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(events.slice(0, 4)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'sandbox_unknown_event',
    ]);
    expect(events.at(-1)).toBe('message_stop');
    expect(Object.keys(JSON.parse(said.join('')))).toEqual(
      Object.keys(JSON.parse(String(whole.json['content']?.['0']?.['text']))),
    );
  });

  it.each([
    ['a sampling parameter at its default', { ...ask, temperature: 1 }],
    ['an unknown field', { ...ask, creativity: 11 }],
    ['no max_tokens', { model: ask.model, messages: ask.messages }],
    ['no messages', { ...ask, messages: [] }],
    [
      'an open schema',
      {
        ...ask,
        output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: {} } } },
      },
    ],
  ])('refuses %s', async (_what, body) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      json: { error: { type: 'invalid_request_error' } },
    });
  });

  it('takes sampling parameters in the old version, and no version at all is refused', async () => {
    const { 'x-api-key': key } = headers();

    expect((await post({ ...ask, temperature: 1 }, headers('2023-06-01'))).status).toBe(200);
    expect((await post(ask, { 'x-api-key': key })).status).toBe(400);
  });

  it('retires a model on its day', async () => {
    const old = { ...ask, model: 'claude-sonnet-4-5' };
    const before = await post(old);
    await postJson(`${sandbox.url}/__sandbox/clock`, { now: '2026-11-30T00:00:00Z' });
    const after = await post(old);
    const models = await call(`${sandbox.baseUrls.anthropic}/v1/models`, { headers: headers() });

    expect(before.status).toBe(200);
    expect(after).toMatchObject({ status: 404, json: { error: { type: 'not_found_error' } } });
    expect(JSON.stringify(models.json)).toContain('"retires_at":"2026-11-30T00:00:00Z"');
  });
});
