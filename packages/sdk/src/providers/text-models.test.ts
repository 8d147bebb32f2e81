import type { Fault, ProviderName } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Http } from '../http/http.js';
import { createPolicy } from '../resilience/create-policy.js';
import { openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { createAnthropicModel } from './anthropic/anthropic-model.js';
import { createOpenaiModel } from './openai/openai-model.js';
import type { ProviderOptions } from './provider-options.js';
import type { TextModel, TextRequest } from './text-model.js';

const request = {
  system: '아래 자료로 제목 하나를 지으세요.',
  data: '칼국수집, 비 오는 화요일',
  schema: z.object({ title: z.string().max(20), words: z.array(z.string()).max(5) }),
  name: 'promo',
  mostTokens: 500,
} satisfies TextRequest;

/** A million tokens for a million won: a token for a won. */
const rate = { inputKrw: 1_000_000, outputKrw: 1_000_000, source: 'test', date: '2026-11-28' };

const adapters = {
  anthropic: (options: ProviderOptions & { apiKey: string; model: string }) =>
    createAnthropicModel({ effort: 'low', rate, ...options }),
  openai: (options: ProviderOptions & { apiKey: string; model: string }) =>
    createOpenaiModel({ effort: 'none', rate, ...options }),
} as const;
const models = { anthropic: 'claude-haiku-5-5', openai: 'gpt-6-luna' } as const;
const keys = { anthropic: 'ANTHROPIC_API_KEY', openai: 'OPENAI_API_KEY' } as const;

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

describe.each(['anthropic', 'openai'] as const)('text model %s', (provider) => {
  const keyOf = () => {
    const credentials: Record<string, string> = { ...standIn.sandbox.credentials[provider] };
    return credentials[keys[provider]] ?? '';
  };
  const create = (over: Partial<ProviderOptions & { apiKey: string; model: string }> = {}): TextModel =>
    adapters[provider]({
      ...standIn.options(standIn.sandbox.baseUrls[provider]),
      apiKey: keyOf(),
      model: models[provider],
      ...over,
    });
  const strike = (fault: Fault, times = 1) =>
    standIn.sandbox.addFault({ provider: provider satisfies ProviderName, fault, times });
  const calls = () => standIn.sandbox.requests(provider);
  const failureOf = (model: TextModel) => model.ask(request).catch((error) => error);

  it('answers in the form that was asked for, and says what it cost', async () => {
    const model = create();
    const { value, costKrw } = await model.ask(request);

    expect(request.schema.parse(value)).toEqual(value);
    expect(model).toMatchObject({ provider, model: models[provider], mode: 'sandbox' });
    expect(costKrw).toBeGreaterThan(0);
    expect(costKrw).toBeLessThanOrEqual(model.mostKrw(request) / 2);
  });

  it('sends the key, the words and nothing of this machine', async () => {
    const seen: Record<string, string>[] = [];
    const { http } = standIn.options('');
    const watching: Http = async (asked, signal) => {
      seen.push({ ...asked.headers });
      return http(asked, signal);
    };
    await create({ http: watching }).ask(request);

    const [headers = {}] = seen;
    const known = ['accept', 'anthropic-version', 'authorization', 'content-type', 'x-api-key'];
    expect(Object.keys(headers).filter((name) => !known.includes(name))).toEqual([]);
    expect(JSON.stringify(calls()[0]?.body)).toContain('칼국수집');
  });

  it('is told neither tools nor a temperature, and nothing is kept', async () => {
    await create().ask(request);

    const body = JSON.parse(String(calls()[0]?.body));
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['temperature', 'tools']));
    if (provider === 'openai') expect(body.store).toBe(false);
  });

  it.each<[string, Fault]>([
    ['loses its answer', { kind: 'accept_then_drop' }],
    ['breaks the connection', { kind: 'reset_before' }],
    ['fails inside', { kind: 'status', code: 500 }],
    ['sends half an answer', { kind: 'truncated_json' }],
    ['sends a page', { kind: 'html_200' }],
    ['is too busy for a second', { kind: 'rate_limit', retryAfter: 1 }],
    ['is too busy without saying until when', { kind: 'rate_limit', retryAfter: 'none' }],
  ])('is asked once more when it %s', async (_, fault) => {
    strike(fault);

    const { value } = await create().ask(request);

    expect(request.schema.parse(value)).toEqual(value);
    expect(calls()).toHaveLength(2);
  });

  it('is paid for the answer that was lost as well', async () => {
    const model = create();
    const whole = await model.ask(request);
    strike({ kind: 'accept_then_drop' });

    const { costKrw } = await model.ask(request);

    expect(costKrw).toBe(whole.costKrw + model.mostKrw(request) / 2);
  });

  it('is counted at its most when it does not say what it used', async () => {
    strike({ kind: 'null_fields', field: 'usage' });
    const model = create();

    expect((await model.ask(request)).costKrw).toBe(model.mostKrw(request) / 2);
  });

  it.each<[string, Fault, RegExp]>([
    ['the money is used up', { kind: 'quota' }, /사용 한도.*no money/],
    ['the server says so', { kind: 'status', code: 400 }, /HTTP 400/],
  ])('is not asked again when %s', async (_, fault, reason) => {
    strike(fault, 50);

    const error = await failureOf(create());

    expect(error).toMatchObject({ code: 'PROVIDER_001', spec: { retryable: false } });
    expect(error.context.reason).toMatch(reason);
    expect(calls()).toHaveLength(1);
  });

  it('says that a model is gone, which is a day in a table', async () => {
    const gone = { anthropic: 'claude-sonnet-4-5', openai: 'gpt-4' }[provider];

    const error = await failureOf(create({ model: gone }));

    expect(error).toMatchObject({ code: 'PROVIDER_001' });
    expect(error.context.reason).toContain('switched off');
    expect(calls()).toHaveLength(1);
  });

  it('names no key when it is refused', async () => {
    const error = await failureOf(create({ apiKey: 'sk-wrong-key-of-mine' }));

    expect(error).toMatchObject({ code: 'AUTH_002' });
    expect(JSON.stringify([error, error.stack])).not.toContain('sk-wrong-key-of-mine');
  });

  it('is no answer when it was cut at the limit', async () => {
    const error = await create()
      .ask({ ...request, mostTokens: 5 })
      .catch((error) => error);

    expect(error).toMatchObject({ code: 'PROVIDER_001' });
    expect(error.context.reason).toContain('was cut');
    expect(calls()).toHaveLength(1);
  });

  it('is no answer when it is of another form', async () => {
    const strict = { ...request, schema: z.object({ title: z.string().max(1) }) };

    await expect(create().ask(strict)).rejects.toMatchObject({ code: 'PROVIDER_004' });
  });

  it('is overloaded, which is not its refusal', async () => {
    strike({ kind: 'status', code: provider === 'anthropic' ? 529 : 503 }, 50);

    await expect(create().ask(request)).rejects.toMatchObject({ code: 'PROVIDER_002' });
  });

  it('is left as soon as nobody waits any more', async () => {
    strike({ kind: 'hang' }, 50);
    const controller = new AbortController();
    const asked = create().ask(request, controller.signal);
    const leaving = expect(asked).rejects.toThrow('left');
    controller.abort(new Error('left'));
    await leaving;
  });

  it('is given up at the deadline while its answer only trickles in', async () => {
    strike({ kind: 'slow_body', bytesPerSec: 1 }, 50);
    const policy = createPolicy({
      name: provider,
      concurrency: 1,
      retries: 1,
      timeoutMs: 1_000,
      budgetMs: 1_200,
      leastAttemptMs: 400,
      random: () => 0,
    });

    await expect(create({ policy }).ask(request)).rejects.toMatchObject({ code: 'PROVIDER_006' });
    expect(calls()).toHaveLength(1); // what is left of the budget is not worth a second price
  });

  it('cannot be reached where nobody listens', async () => {
    await expect(create({ baseUrl: standIn.deadUrl }).ask(request)).rejects.toMatchObject({
      code: 'PROVIDER_005',
    });
  });
});
