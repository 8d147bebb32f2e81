import type { Fault } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../http/http.js';
import { openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { squareJpeg } from '../testing/square-jpeg.js';
import type { ProviderOptions } from './provider-options.js';
import { createRunwayModel } from './runway/runway-model.js';
import { createVeoModel } from './veo/veo-model.js';
import type { ClipRequest, VideoModel } from './video-model.js';

const request: ClipRequest = {
  prompt: 'Steam rises slowly.',
  avoid: 'text, letters, logos',
  seed: 7,
  shape: 'tall',
};
const rate = { krw: 100, source: 'test', date: '2026-11-28' };
const first = { bytes: squareJpeg, mediaType: 'image/jpeg' } as const;

const providers = ['runway', 'veo'] as const;
type Provider = (typeof providers)[number];

const models: Record<Provider, string> = { runway: 'gen4.5', veo: 'veo-3.1-fast-generate-preview' };
const seconds: Record<Provider, number> = { runway: 5, veo: 4 };

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

function create(provider: Provider, over: Partial<ProviderOptions & { apiKey: string }> = {}): VideoModel {
  const { runway, veo } = standIn.sandbox.credentials;
  const apiKey = provider === 'runway' ? runway.RUNWAYML_API_SECRET : veo.GEMINI_API_KEY;
  const options = {
    ...standIn.options(standIn.sandbox.baseUrls[provider]),
    rate,
    model: models[provider],
    seconds: seconds[provider],
    wantsPicture: false,
    apiKey,
    sleep: async () => undefined,
    ...over,
  };
  return provider === 'runway' ? createRunwayModel(options) : createVeoModel(options);
}

const neverMade = (): never => {
  throw new Error('it was made');
};

describe.each(providers)('video model %s', (provider) => {
  const strike = (method: 'POST' | 'GET', fault: Fault, times = 1) =>
    standIn.sandbox.addFault({ provider, match: { method }, fault, times });
  const calls = (method: 'POST' | 'GET') =>
    standIn.sandbox.requests(provider).filter((call) => call.method === method);
  const clipOf = async (model: VideoModel, over: Partial<ClipRequest> = {}) =>
    model.fetch(await model.order({ ...request, ...over }));
  const failureOf = (promise: Promise<unknown>) => promise.then(neverMade, (error) => error);

  it('orders once, looks until it is there and fetches a film', async () => {
    const model = create(provider);
    const clip = await clipOf(model);

    expect(Buffer.from(clip).toString('latin1', 4, 8)).toBe('ftyp');
    expect(calls('POST')).toHaveLength(1);
    expect(model).toMatchObject({ provider, mode: 'sandbox', priceKrw: 100 * seconds[provider] });
  });

  it('begins with a picture where there is one, and takes the shape that is wanted', async () => {
    const [tall, wide] = [
      await clipOf(create(provider), { first }),
      await clipOf(create(provider), { shape: 'wide' }),
    ];

    expect(calls('POST')[0]?.body).toContain(Buffer.from(squareJpeg).toString('base64').slice(0, 40));
    expect(Buffer.from(tall).equals(Buffer.from(wide))).toBe(false);
  });

  it('says what must not be seen', async () => {
    await create(provider).order(request);

    expect(calls('POST')[0]?.body).toContain(request.avoid);
  });

  it('waits for its place in the line, and longer than for the work', async () => {
    await clipOf(create(provider), { prompt: 'SANDBOX_THROTTLED' });

    expect(calls('GET').length).toBeGreaterThan(7);
  });

  it.each<[string, Fault]>([
    ['loses the answer', { kind: 'accept_then_drop' }],
    ['fails inside', { kind: 'status', code: 500 }],
    ['sends half of it', { kind: 'truncated_json' }],
  ])('is never ordered twice when it %s', async (_, fault) => {
    strike('POST', fault, 50);

    const error = await failureOf(create(provider).order(request));

    expect(error.spec.outcome).toBe('in_doubt');
    expect(calls('POST')).toHaveLength(1);
  });

  it('is looked after again when a look fails: the work goes on meanwhile', async () => {
    const order = await create(provider).order(request);
    strike('GET', { kind: 'status', code: 502 }, 2);

    expect((await create(provider).fetch(order)).length).toBeGreaterThan(1_000);
  });

  it('refuses what it does not want to paint', async () => {
    const error = await failureOf(clipOf(create(provider), { prompt: 'SANDBOX_MODERATION' }));

    expect(error).toMatchObject({ code: 'PROVIDER_001' });
    expect(error.message).toMatch(/declined/);
  });

  it('comes to nothing now and then, and says so once', async () => {
    const model = create(provider);
    const error = await failureOf(clipOf(model, { prompt: 'SANDBOX_BROKEN' }));

    expect(error).toMatchObject({ code: 'PROVIDER_004' });
    expect(error.context.reason).toMatch(/the film failed: INTERNAL/);
    expect(calls('POST')).toHaveLength(1);
  });

  it('stops looking after a film that is not wanted any more', async () => {
    const controller = new AbortController();
    const sleep = async () => controller.abort();
    const model = create(provider, { sleep } as object);
    const order = await model.order({ ...request, prompt: 'SANDBOX_ENDLESS' });

    await expect(model.fetch(order, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  const withFilm =
    (http: Http, change: (bytes: Uint8Array) => Uint8Array): Http =>
    async (asked, signal) => {
      const response = await http(asked, signal);
      return response.headers['content-type'] === 'video/mp4'
        ? { ...response, bytes: change(response.bytes) }
        : response;
    };

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['half a film', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['a page', () => Buffer.from('<html>')],
    ['nothing', () => new Uint8Array()],
  ])('does not take %s for one', async (_, change) => {
    const { http } = standIn.options('');
    const error = await failureOf(clipOf(create(provider, { http: withFilm(http, change) })));

    expect(error).toMatchObject({ code: 'PROVIDER_004', context: { reason: 'no whole MP4' } });
  });

  it('fetches nothing in clear from a stranger, and tells no key where it is led to', async () => {
    const seen: { readonly url: string; readonly headers: object }[] = [];
    const { http } = standIn.options('');
    const led =
      (target: string): Http =>
      async (asked, signal) => {
        seen.push({ url: asked.url, headers: asked.headers ?? {} });
        if (asked.url.startsWith('https://cdn.example'))
          return http({ ...asked, url: standIn.pictureUrl }, signal);
        const response = await http(asked, signal);
        const body = String(Buffer.from(response.bytes)).replaceAll(/http:\/\/127[^"]+/g, target);
        return response.status === 200 ? { ...response, bytes: Buffer.from(body) } : response;
      };

    const inClear = await failureOf(
      clipOf(create(provider, { http: led('http://elsewhere.example/a.mp4') })),
    );
    await failureOf(clipOf(create(provider, { http: led('https://cdn.example/a.mp4') })));

    expect(inClear).toMatchObject({ code: 'PROVIDER_004' });
    expect(seen.some(({ url }) => url.startsWith('http://elsewhere'))).toBe(false);
    const [stranger] = seen.filter(({ url }) => url.startsWith('https://cdn.example'));
    expect(stranger).toEqual({ url: 'https://cdn.example/a.mp4', headers: {} });
  });

  it('names no key when it is refused', async () => {
    const error = await failureOf(
      create(provider, { apiKey: 'wrong-key-of-mine-0123456789' }).order(request),
    );

    expect(error).toMatchObject({ code: 'AUTH_002' });
    expect(JSON.stringify([error, error.stack])).not.toContain('wrong-key-of-mine');
  });
});

it('would notice an adapter that asks for the film again when its answer was lost', async () => {
  const { http } = standIn.options('');
  const hasty: Http = async (asked, signal) => http(asked, signal).catch(() => http(asked, signal));
  standIn.sandbox.addFault({
    provider: 'runway',
    match: { method: 'POST' },
    fault: { kind: 'accept_then_drop' },
  });

  await create('runway', { http: hasty }).order(request);

  expect(standIn.sandbox.requests('runway')).toHaveLength(2);
});
