import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMasterKeys } from './options.js';
import { readProviderSettings } from './provider-settings.js';
import { quicknet } from './providers/drand-chain.js';

const all = {
  IG_ACCESS_TOKEN: 'ig-token',
  IG_USER_ID: '17',
  BLOG_ENDPOINT_URL: 'https://blog.example.kr/posts/',
  BLOG_ENDPOINT_TOKEN: 'blog-token',
  KT_BASE_URL: 'http://127.0.0.1:4010/kt',
  KT_API_TOKEN: 'kt-token',
  SOLAPI_API_KEY: 'key',
  SOLAPI_API_SECRET: 'secret',
  SOLAPI_SENDER: '0212345678',
  SOLAPI_PFID: 'KA01',
  SOLAPI_TEMPLATE_WINNER: 'KA01TP',
  WITNESS_FOLDERS: ['/media/a', '/media/b'].join(delimiter),
  DRAND_HOSTS: 'https://one.example, https://two.example/',
  DRAND_CHAIN: JSON.stringify(quicknet),
};

const failure = (environment: Record<string, string | undefined>) => {
  try {
    readProviderSettings({ ...all, ...environment });
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('settings of providers', () => {
  it('reads every provider that has all its variables', () => {
    expect(readProviderSettings(all)).toEqual({
      instagram: {
        baseUrl: 'https://graph.instagram.com',
        mode: 'live',
        accessToken: 'ig-token',
        userId: '17',
      },
      naverBlog: { baseUrl: 'https://blog.example.kr/posts', mode: 'live', token: 'blog-token' },
      kt: { baseUrl: 'http://127.0.0.1:4010/kt', mode: 'sandbox', token: 'kt-token' },
      solapi: {
        baseUrl: 'https://api.solapi.com',
        mode: 'live',
        apiKey: 'key',
        apiSecret: 'secret',
        sender: '0212345678',
        pfId: 'KA01',
        templates: { winner: 'KA01TP' },
      },
      witnessFolders: ['/media/a', '/media/b'],
      drand: { hosts: ['https://one.example', 'https://two.example'], chain: quicknet },
    });
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['nothing is set', {}],
    ['everything is set to nothing', Object.fromEntries(Object.keys(all).map((name) => [name, ' ']))],
    ['only addresses are set', { IG_BASE_URL: 'http://localhost:1', SOLAPI_BASE_URL: 'http://localhost:2' }],
  ])('leaves every provider out when %s', (_, environment) => {
    expect(readProviderSettings(environment)).toEqual({ witnessFolders: [], drand: {} });
  });

  it.each([
    ['Instagram', 'IG_USER_ID'],
    ['Naver Blog', 'BLOG_ENDPOINT_TOKEN'],
    ['KT', 'KT_BASE_URL'],
    ['Solapi', 'SOLAPI_SENDER'],
    ['Solapi', 'SOLAPI_PFID'], // a template belongs to a channel
    ['drand', 'DRAND_HOSTS'],
  ])('complains when %s lacks %s', (provider, variables) => {
    expect(failure({ [variables]: undefined })).toMatchObject({
      code: 'AUTH_001',
      context: { provider, variables },
    });
  });

  it.each([
    [{ KT_EVENT_MESSENGER: 'pigeon' }, 'USER_001', { what: 'KT_EVENT_MESSENGER' }],
    [{ KT_EVENT_MESSENGER: 'nhn' }, 'AUTH_001', { provider: 'NHN Cloud SMS' }],
    [{ NHN_SMS_APPKEY: 'k' }, 'AUTH_001', { variables: 'NHN_SMS_SECRET_KEY, NHN_SMS_SEND_NO' }],
    [{ NHN_TEMPLATE_WINNER: 't' }, 'AUTH_001', { variables: 'NHN_SENDER_KEY' }], // a template belongs to a profile
  ])('complains of a messenger that cannot be: %j', (environment, code, context) => {
    expect(failure(environment)).toMatchObject({ code, context });
  });

  it('uses Solapi without a Kakao channel', () => {
    expect(
      readProviderSettings({ ...all, SOLAPI_PFID: '', SOLAPI_TEMPLATE_WINNER: '' }).solapi?.pfId,
    ).toBeUndefined();
  });

  it.each([
    ['IG_BASE_URL', 'graph.instagram.com'],
    ['IG_BASE_URL', 'file:///etc/passwd'],
    ['KT_BASE_URL', 'http://kt.example.kr'],
    ['BLOG_ENDPOINT_URL', 'https://user:hunter2@blog.example.kr'],
    ['SOLAPI_BASE_URL', 'http://127.0.0.1.example.com'],
    ['DRAND_HOSTS', 'api.drand.sh'],
    ['DRAND_CHAIN', '{"public_key":'],
    ['DRAND_CHAIN', JSON.stringify({ ...quicknet, period: 0 })],
    ['WITNESS_FOLDERS', 'usb1'],
  ])('says that %s cannot be %s, without repeating it', (variable, text) => {
    const error = failure({ [variable]: text });

    expect(error).toMatchObject({ code: 'USER_001', context: { what: variable } });
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it.each([
    ['http://127.0.0.1:4010', 'sandbox'],
    ['http://127.1:4010', 'sandbox'],
    ['http://localhost:4010/kt', 'sandbox'],
    ['http://[::1]:4010', 'sandbox'],
    ['https://127.example.com', 'live'],
    ['https://localhost.example.com', 'live'],
    ['https://api.kt.example', 'live'],
  ])('takes %s for %s', (url, mode) => {
    expect(readProviderSettings({ ...all, KT_BASE_URL: url }).kt?.mode).toBe(mode);
  });

  it('counts a witness once, however often its folder is named', () => {
    const folders = ['/media/a', '/media/a', '', ' '].join(delimiter);

    expect(readProviderSettings({ WITNESS_FOLDERS: folders }).witnessFolders).toEqual(['/media/a']);
  });

  it('takes other relays of the public chain', () => {
    const { drand } = readProviderSettings({ DRAND_HOSTS: 'https://relay.example' });

    expect(drand).toEqual({ hosts: ['https://relay.example'] });
  });
});

describe('the master key in the environment', () => {
  const key = Buffer.alloc(32, 7);

  it('is 32 bytes in Base64, or absent', () => {
    expect(readMasterKeys({ KT_EVENT_MASTER_KEY: `${key.toString('base64')}\n` })).toEqual([key]);
    expect(readMasterKeys({ KT_EVENT_MASTER_KEY: '' })).toBeUndefined();
    expect(readMasterKeys({})).toBeUndefined();
  });

  it('may be followed by those it replaced', () => {
    const older = Buffer.alloc(32, 8);
    const text = [key, older].map((each) => each.toString('base64')).join(', ');

    expect(readMasterKeys({ KT_EVENT_MASTER_KEY: text })).toEqual([key, older]);
  });

  it.each([
    'hunter2',
    key.toString('hex'),
    Buffer.alloc(31).toString('base64'),
    `!${key.toString('base64')}`,
  ])('is refused as %s, by the name of its variable and without being repeated', (text) => {
    const read = () => readMasterKeys({ KT_EVENT_MASTER_KEY: text });

    expect(read).toThrow(
      expect.objectContaining({ code: 'USER_001', context: { what: 'KT_EVENT_MASTER_KEY' } }),
    );
    expect(read).not.toThrow(text);
  });
});
