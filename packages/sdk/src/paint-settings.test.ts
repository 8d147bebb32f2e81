import { openSandbox } from '@kt-event/sandbox';
import { expect, it } from 'vitest';
import { reader } from './environment.js';
import { readPaintSettings } from './paint-settings.js';

const read = (environment: Record<string, string>) => readPaintSettings(reader(environment));

const failure = (environment: Record<string, string>) => {
  try {
    read(environment);
  } catch (error) {
    return error;
  }
  return undefined;
};

it('chooses nobody by a key or an address alone, and the sandbox names nobody', async () => {
  const sandbox = await openSandbox({ now: () => new Date() });
  const environment = sandbox.environment();
  await sandbox.close();

  expect(read(environment)).toEqual({});
  expect(environment).toMatchObject({
    STABILITY_API_KEY: expect.any(String),
    RUNWAYML_BASE_URL: expect.any(String),
  });
});

it.each<[string, Record<string, string>, object]>([
  ['sdwebui', {}, { baseUrl: 'http://127.0.0.1:7860', mode: 'local' }],
  ['sdwebui', { SD_WEBUI_BASE_URL: 'http://127.0.0.1:4010/sdwebui' }, { mode: 'sandbox' }],
  [
    'sdwebui',
    { SD_WEBUI_BASE_URL: 'https://gpu.example', SD_WEBUI_USER: 'me' },
    { mode: 'live', user: 'me' },
  ],
  ['openai', { OPENAI_API_KEY: 'k', OPENAI_IMAGE_MODEL: 'm' }, { mode: 'live', apiKey: 'k', model: 'm' }],
  ['stability', { STABILITY_API_KEY: 'k' }, { baseUrl: 'https://api.stability.ai', apiKey: 'k' }],
])('reads %s with %o', (provider, environment, settings) => {
  expect(read({ KT_EVENT_IMAGE_MODEL: provider, ...environment }).images).toMatchObject({
    provider,
    ...settings,
  });
});

it.each<[string, Record<string, string>]>([
  ['runway', { RUNWAYML_API_SECRET: 'k' }],
  ['veo', { GEMINI_API_KEY: 'k' }],
])('reads %s', (provider, environment) => {
  expect(read({ KT_EVENT_VIDEO_MODEL: provider, ...environment }).videos).toMatchObject({
    provider,
    apiKey: 'k',
  });
});

it.each<[Record<string, string>, object]>([
  [{ KT_EVENT_IMAGE_MODEL: 'dall-e' }, { code: 'USER_001', context: { what: 'KT_EVENT_IMAGE_MODEL' } }],
  [{ KT_EVENT_IMAGE_MODEL: 'openai' }, { code: 'AUTH_001', context: { variables: 'OPENAI_API_KEY' } }],
  [{ KT_EVENT_VIDEO_MODEL: 'sora' }, { code: 'USER_001', context: { what: 'KT_EVENT_VIDEO_MODEL' } }],
  [{ KT_EVENT_VIDEO_MODEL: 'veo' }, { code: 'AUTH_001', context: { variables: 'GEMINI_API_KEY' } }],
  [{ KT_EVENT_PAINT_CAP_KRW: '3,000원' }, { code: 'USER_001' }],
])('complains about %o', (environment, error) => {
  expect(failure(environment)).toMatchObject(error);
});

it('takes a cap of its own', () => {
  expect(read({ KT_EVENT_PAINT_CAP_KRW: '0' })).toEqual({ paintCapKrw: 0 });
});
