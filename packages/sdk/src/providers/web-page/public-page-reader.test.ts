import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGotHttp } from '../../http/got-http.js';
import type { Http } from '../../http/http.js';
import { createPolicy } from '../../resilience/create-policy.js';
import { type FaultServer, openFaultServer } from '../../testing/fault-server.js';
import { readPlace } from '../post-address.js';
import { innerAddresses, innerUrls } from './__fixtures__/inner-addresses.js';
import { createPublicPageReader, type PageReaderOptions } from './page-reader.js';

let victim: FaultServer;
beforeEach(async () => {
  victim = await openFaultServer();
});
afterEach(() => victim.close());

const policy = createPolicy({
  name: 'page',
  concurrency: 10,
  retries: 0,
  timeoutMs: 60_000,
  random: () => 0,
  sleep: async () => undefined,
  minimumCalls: 100_000,
});
const createReader = (over: Partial<PageReaderOptions> = {}) => createPublicPageReader({ policy, ...over });
const blog = new URL('https://store.example/notice/7?page=2');

/** The internet has this one page; whatever else is asked for goes out to the real network. */
function internetWith(status: number, headers: Record<string, string>, text = '') {
  const createHttp: NonNullable<PageReaderOptions['createHttp']> = (options) => {
    const network = createGotHttp(options);
    const http: Http = async (request, signal) =>
      request.url === blog.href
        ? { status, headers, bytes: new TextEncoder().encode(text) }
        : network(request, signal);
    return http;
  };
  return { createHttp };
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    (error: { code: unknown }) => error.code,
  );

describe('a reader of public pages', () => {
  it.each(['text/html; charset=utf-8', 'text/plain', 'application/xhtml+xml'])('reads %s', async (type) => {
    const reader = createReader(internetWith(200, { 'content-type': type }, '약속'));

    expect(new TextDecoder().decode(await reader.readBytes(blog))).toBe('약속');
  });

  it('has nothing where there is no page for the public', async () => {
    const html = { 'content-type': 'text/html' };
    for (const [status, headers] of [
      [401, html],
      [404, html],
      [200, { 'content-type': 'image/png' }],
    ] as const)
      expect(await createReader(internetWith(status, headers, 'x')).readBytes(blog)).toHaveLength(0);
  });

  it('connects to nothing that is not the public internet, however it is spelled', async () => {
    const urls = innerUrls(Number(new URL(victim.url).port)).filter((url) => URL.canParse(url));
    const codes = await Promise.all(urls.map((url) => codeOf(createReader().readBytes(new URL(url)))));

    expect(urls.length).toBeGreaterThanOrEqual(60);
    expect(codes.filter((code) => code === 'read')).toEqual([]);
    expect(victim.sockets().total).toBe(0);
  });

  it('follows no redirect there either', async () => {
    const urls = innerUrls(Number(new URL(victim.url).port)).filter((url) => URL.canParse(url));
    for (const location of urls) {
      const reader = createReader(internetWith(302, { location }));
      const read = await reader.readBytes(blog).catch(() => new Uint8Array());
      expect(read).toHaveLength(0);
    }
    expect(victim.sockets().total).toBe(0);
  });

  it('believes no name that leads into a private network', async () => {
    const codes = await Promise.all(
      innerAddresses.map((address) => {
        const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];
        return codeOf(createReader({ resolve }).readBytes(blog));
      }),
    );

    expect([...new Set(codes)]).toEqual(['PROVIDER_005']);
    expect(victim.sockets().total).toBe(0);
  });

  it('reads a stand-in on this machine only where it was allowed', async () => {
    const standIn = new URL(victim.url).origin;
    const page = new URL(`${victim.url}/ok`);

    expect(await codeOf(createReader().readBytes(page))).toBe('USER_043');
    expect(victim.sockets().total).toBe(0);
    await codeOf(createReader({ standIn }).readBytes(page));
    expect(victim.sockets().total).toBe(1); // the guard is what kept the others away
  });
});

describe('the address of a place', () => {
  it.each([
    ['https://store.example/notice/7?page=2#last', 'https://store.example/notice/7?page=2'],
    ['https://blog.naver.com/happy_shop/223456789012?x=1', 'https://blog.naver.com/happy_shop/223456789012'],
    ['https://가게.example/알림', 'https://xn--o39akk.example/%EC%95%8C%EB%A6%BC'],
  ])('%s is read', (text, url) => expect(readPlace(text).url).toBe(url));

  it.each([
    'http://store.example/7',
    'https://store.example:8443/7',
    'https://user@store.example/7',
    'https://127.0.0.1/7',
    'https://2130706433/7',
    'https://0x7f.1/7',
    'https://[::1]/7',
    'https://localhost/7',
    'https://localhost./7',
    'ftp://store.example/7',
    'store.example/7',
    'https://blog.naver.com/happy_shop',
    'https://store.example/a b',
    '',
  ])('%s is not', (text) =>
    expect(() => readPlace(text)).toThrow(expect.objectContaining({ code: 'USER_043' })),
  );
});
