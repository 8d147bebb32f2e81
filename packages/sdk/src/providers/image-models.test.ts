import type { Fault } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../http/http.js';
import { readPicture } from '../render/picture/read-picture.js';
import { openStandIn, type StandIn } from '../testing/open-stand-in.js';
import type { ImageModel } from './image-model.js';
import { createOpenaiImageModel } from './openai/openai-image-model.js';
import type { ProviderOptions } from './provider-options.js';
import { createSdwebuiModel } from './sdwebui/sdwebui-model.js';
import { createStabilityModel } from './stability/stability-model.js';

const request = { prompt: 'A bowl of noodles.', avoid: 'text, letters, logos', seed: 7 };
const rate = { krw: 88, source: 'test', date: '2026-11-28' };

const providers = ['sdwebui', 'openai', 'stability'] as const;
type Provider = (typeof providers)[number];

const models: Record<Provider, string> = {
  sdwebui: 'loaded-checkpoint',
  openai: 'gpt-image-2',
  stability: 'core',
};
const paths: Record<Provider, string> = {
  sdwebui: '/sdapi/v1/txt2img',
  openai: '/images/generations',
  stability: '/v2beta/stable-image/generate/core',
};

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

interface Over extends Partial<ProviderOptions> {
  readonly apiKey?: string;
  readonly model?: string;
}

function create(provider: Provider, over: Over = {}): ImageModel {
  const { sandbox } = standIn;
  const { openai, stability, sdwebui } = sandbox.credentials;
  const options = { ...standIn.options(sandbox.baseUrls[provider]), rate, model: models[provider] };
  if (provider === 'sdwebui') {
    const password = over.apiKey ?? sdwebui.SD_WEBUI_PASSWORD;
    return createSdwebuiModel({ ...options, user: sdwebui.SD_WEBUI_USER, password, ...over });
  }
  if (provider === 'openai')
    return createOpenaiImageModel({ ...options, apiKey: openai.OPENAI_API_KEY, ...over });
  return createStabilityModel({ ...options, apiKey: stability.STABILITY_API_KEY, ...over });
}

/** An answer of the provider, under 200, that holds these bytes as its picture. */
function answerWith(provider: Provider, bytes: Uint8Array, finish = 'SUCCESS'): Fault {
  const base64 = Buffer.from(bytes).toString('base64');
  const bodies = {
    sdwebui: { images: [base64], parameters: {}, info: '{}' },
    openai: { created: 1, data: [{ b64_json: base64 }] },
    stability: { image: base64, finish_reason: finish, seed: 7 },
  };
  return { kind: 'status', code: 200, body: bodies[provider] };
}

describe.each(providers)('image model %s', (provider) => {
  const strike = (fault: Fault, times = 1) => standIn.sandbox.addFault({ provider, fault, times });
  const calls = () => standIn.sandbox.requests(provider);
  const failureOf = (model: ImageModel, over: object = {}) =>
    model.paint({ ...request, ...over }).catch((error) => error);
  /** What is paid for is asked for once; what is free, until it is there. */
  const tries = provider === 'sdwebui' ? 3 : 1;

  it('paints a square that is a picture to its last byte', async () => {
    const model = create(provider);
    const picture = readPicture(await model.paint(request));

    expect(picture).toMatchObject({ mediaType: 'image/png', widthPx: 1_024, heightPx: 1_024 });
    expect(model).toMatchObject({ provider, model: models[provider], mode: 'sandbox', priceKrw: 88 });
  });

  it('says what to paint and what not, at the one address, with the key in a header', async () => {
    await create(provider).paint(request);

    const [call] = calls();
    expect(call).toMatchObject({ method: 'POST', path: paths[provider] });
    expect(String(call?.body)).toContain(request.prompt);
    expect(String(call?.body)).toContain(request.avoid);
    expect(JSON.stringify(call?.body)).not.toMatch(/sandbox-(openai|stability)-key/);
  });

  it.each<[string, (whole: Uint8Array) => Uint8Array, RegExp]>([
    ['half a picture', (whole) => whole.subarray(0, whole.length >> 1), /cut short/],
    ['a page', () => Buffer.from('<html>busy</html>'), /neither PNG nor JPEG/],
    [
      'a picture as large as a wall',
      (whole) => {
        const wall = Buffer.from(whole);
        wall.writeUInt32BE(60_000, 16);
        return wall;
      },
      /60000×1024/,
    ],
  ])('takes %s under 200 for a picture that was paid for and is no use', async (_, spoil, reason) => {
    const whole = await create(provider).paint(request);
    strike(answerWith(provider, spoil(whole)), 50);

    const error = await failureOf(create(provider));

    expect(error).toMatchObject({ code: 'PROVIDER_004', spec: { outcome: 'in_doubt' } });
    expect(error.context.reason).toMatch(reason);
    expect(calls()).toHaveLength(1 + tries);
  });

  it('does not believe text that is no Base64', async () => {
    strike(
      {
        kind: 'status',
        code: 200,
        body: { images: ['!'], data: [{ b64_json: '!' }], image: '!', finish_reason: 'SUCCESS' },
      },
      50,
    );

    expect(await failureOf(create(provider))).toMatchObject({ code: 'PROVIDER_004' });
  });

  it.each<[string, Fault]>([
    ['loses its answer', { kind: 'accept_then_drop' }],
    ['breaks the connection', { kind: 'reset_before' }],
    ['fails inside', { kind: 'status', code: 500 }],
    ['sends half an answer', { kind: 'truncated_json' }],
    ['sends a page', { kind: 'html_200' }],
    ['hides a failure under 200', { kind: 'body_error' }],
  ])('is never paid twice when it %s', async (_, fault) => {
    strike(fault, 50);

    const error = await failureOf(create(provider));

    expect(error.spec.outcome).toBe('in_doubt');
    expect(calls()).toHaveLength(tries);
  });

  it('waits when it is told to come back, since nothing was painted', async () => {
    strike({ kind: 'rate_limit', retryAfter: 1 });

    expect((await create(provider).paint(request)).length).toBeGreaterThan(100);
    expect(calls()).toHaveLength(2);
  });

  it('names no key when it is refused', async () => {
    const error = await failureOf(create(provider, { apiKey: 'sk-wrong-key-of-mine' }));

    expect(error).toMatchObject({ code: 'AUTH_002' });
    expect(JSON.stringify([error, error.stack])).not.toContain('sk-wrong-key-of-mine');
  });

  it('says that nobody listens', async () => {
    const error = await failureOf(create(provider, { baseUrl: standIn.deadUrl }));

    expect(error).toMatchObject({ code: 'PROVIDER_005', spec: { outcome: 'not_sent' } });
  });

  it('is none when nobody wants the picture any more', async () => {
    const painted = create(provider).paint(request, AbortSignal.abort());

    await expect(painted).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what only one of them does', () => {
  const strike = (provider: Provider, fault: Fault, times = 1) =>
    standIn.sandbox.addFault({ provider, fault, times });
  const failureOf = (model: ImageModel, prompt = request.prompt) =>
    model.paint({ ...request, prompt }).catch((error) => error);

  it.each<[Provider]>([['openai'], ['stability']])(
    '%s refuses what it does not want to paint',
    async (provider) => {
      const error = await failureOf(create(provider), 'SANDBOX_MODERATION');

      expect(error).toMatchObject({ code: 'PROVIDER_001', spec: { outcome: 'rejected' } });
      expect(error.message).toMatch(/declined/);
    },
  );

  it.each<[Provider]>([['openai'], ['stability']])('%s has no money left', async (provider) => {
    strike(provider, { kind: 'quota' }, 50);

    const error = await failureOf(create(provider));
    expect(error).toMatchObject({ code: 'PROVIDER_001' });
    expect(error.message).toMatch(/no money/);
  });

  it('openai says that a model was switched off', async () => {
    const error = await failureOf(create('openai', { model: 'gpt-image-1' }));

    expect(error.message).toMatch(/switched off/);
  });

  it('stability blurs a picture under 200, which is paid for', async () => {
    const error = await failureOf(create('stability'), 'SANDBOX_FILTERED');

    expect(error).toMatchObject({ code: 'PROVIDER_004', spec: { outcome: 'in_doubt' } });
    expect(error.message).toMatch(/blurred/);
  });

  it('stability has models by their own names behind one address', async () => {
    await create('stability', { model: 'sd3.5-large' }).paint(request);

    const [call] = standIn.sandbox.requests('stability');
    expect(call?.path).toBe('/v2beta/stable-image/generate/sd3');
    expect(call?.body).toContain('sd3.5-large');
  });

  it('a server out of memory is asked for a smaller picture, once', async () => {
    const outOfMemory = { error: 'OutOfMemoryError', detail: 'CUDA out of memory.', body: '', errors: '' };
    strike('sdwebui', { kind: 'status', code: 500, body: outOfMemory });
    const picture = readPicture(await create('sdwebui').paint(request));
    strike('sdwebui', { kind: 'status', code: 500, body: outOfMemory }, 50);

    expect(picture).toMatchObject({ widthPx: 768, heightPx: 768 });
    expect(await failureOf(create('sdwebui'))).toMatchObject({ code: 'PROVIDER_001' });
    expect(standIn.sandbox.requests('sdwebui')).toHaveLength(4);
  });

  it('would notice an adapter that believes whatever is under 200', async () => {
    const { http } = standIn.options('');
    const blind: Http = async (asked, signal) => {
      const response = await http(asked, signal);
      const body = String(Buffer.from(response.bytes)).replace('CONTENT_FILTERED', 'SUCCESS');
      return { ...response, bytes: Buffer.from(body) };
    };

    const painted = create('stability', { http: blind }).paint({ ...request, prompt: 'SANDBOX_FILTERED' });
    await expect(painted).resolves.toHaveProperty('length');
  });
});
