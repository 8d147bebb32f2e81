import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGotHttp } from '../../http/got-http.js';
import type { Http, HttpResponse } from '../../http/http.js';
import { createPolicy } from '../../resilience/create-policy.js';
import { type FaultServer, openFaultServer } from '../../testing/fault-server.js';
import { carriesCampaign } from '../page-check.js';
import { innerUrls } from './__fixtures__/inner-addresses.js';
import { mobileBlogPage } from './__fixtures__/mobile-blog-page.js';
import { createPageReader, type PageReaderOptions } from './page-reader.js';

let victim: FaultServer;
const opened: Server[] = [];
beforeEach(async () => {
  victim = await openFaultServer();
});
afterEach(async () => {
  await victim.close();
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const policyOf = (timeoutMs: number) =>
  createPolicy({
    name: 'page',
    concurrency: 10,
    retries: 0,
    timeoutMs,
    random: () => 0,
    sleep: async () => undefined,
    minimumCalls: 1_000,
  });
const createReader = (over: Partial<PageReaderOptions> = {}) =>
  createPageReader({ policy: policyOf(60_000), ...over });
const post = new URL('https://m.blog.naver.com/happy_shop/223456789012');

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** The channel answers with what is given for an address; everything else goes out to the real network. */
function channelThat(answers: Readonly<Record<string, Partial<HttpResponse>>>) {
  const asked: string[] = [];
  const createHttp: NonNullable<PageReaderOptions['createHttp']> = (options) => {
    const network = createGotHttp(options);
    const http: Http = async (request, signal) => {
      asked.push(request.url);
      const answer = answers[request.url];
      return answer
        ? { status: 200, headers: {}, bytes: new Uint8Array(), ...answer }
        : network(request, signal);
    };
    return http;
  };
  return { createHttp, asked };
}

const page = (text: string) => ({
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  bytes: new TextEncoder().encode(text),
});
const redirectTo = (location: string) => ({ status: 302, headers: { location } });

it('reads the page of a post as the public gets it', async () => {
  const link = 'https://shop.example/e/winter26?from=naver_blog';
  const { createHttp } = channelThat({ [post.href]: page(mobileBlogPage(link)) });

  const html = await createReader({ createHttp }).read(post);

  expect(carriesCampaign(html, { link, slug: 'winter26' })).toBe(true);
  expect(carriesCampaign(html, { link: 'https://shop.example/e/winter2', slug: 'winter2' })).toBe(false);
});

it('connects to none of the addresses that are not the channel', async () => {
  const port = Number(new URL(victim.url).port);
  const urls = innerUrls(port).filter((url) => URL.canParse(url));
  const codes = new Set<unknown>();
  for (const url of urls) {
    codes.add(
      await createReader()
        .read(new URL(url))
        .catch((error: { code: unknown }) => error.code),
    );
  }

  expect(urls.length).toBeGreaterThanOrEqual(60);
  expect([...codes]).toEqual(['USER_043']);
  expect(victim.sockets().total).toBe(0);
});

it('follows no redirect of the channel to such an address', async () => {
  const port = Number(new URL(victim.url).port);
  const pages: string[] = [];
  for (const location of innerUrls(port).filter((url) => URL.canParse(url))) {
    const { createHttp, asked } = channelThat({ [post.href]: redirectTo(location) });
    pages.push(await createReader({ createHttp }).read(post));
    expect(asked).toEqual([post.href]);
  }

  expect(new Set(pages)).toEqual(new Set(['']));
  expect(victim.sockets().total).toBe(0);
});

it('would be seen to connect if it followed blindly', async () => {
  const { createHttp } = channelThat({ [post.href]: redirectTo(`${victim.url}/ok`) });
  const http = createHttp({});
  const { headers } = await http({ provider: 'page', method: 'GET', url: post.href });

  await http({ provider: 'page', method: 'GET', url: headers['location'] ?? '' }).catch(() => undefined);

  expect(victim.sockets().total).toBe(1);
});

it('connects nowhere when the name of the channel leads into a private network', async () => {
  const reader = createReader({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });

  await expect(reader.read(post)).rejects.toMatchObject({ code: 'PROVIDER_005' });
  expect(victim.sockets().total).toBe(0);
});

it('follows three redirects within the channel and no more', async () => {
  const at = (step: number) => `https://blog.naver.com/PostView.naver?step=${step}`;
  const steps = (count: number) => ({
    [post.href]: redirectTo(at(1)),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        at(index + 1),
        index + 1 === count ? page('the post') : redirectTo(at(index + 2)),
      ]),
    ),
  });

  expect(await createReader(channelThat(steps(3))).read(post)).toBe('the post');
  expect(await createReader(channelThat(steps(4))).read(post)).toBe('');
});

it('reads a stand-in on this machine only where it was allowed, and nothing beside it', async () => {
  const other = await listen((_request, response) =>
    response.setHeader('content-type', 'text/html').end('other'),
  );
  const standIn = await listen((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: `${other}/page` }).end();
    else response.setHeader('content-type', 'text/html').end('mine');
  });
  const reader = createReader({ standIn });

  expect(await reader.read(new URL(`${standIn}/page`))).toBe('mine');
  expect(await reader.read(new URL(`${standIn}/away`))).toBe('');
  await expect(reader.read(new URL(`${other}/page`))).rejects.toMatchObject({ code: 'USER_043' });
  await expect(createReader().read(new URL(`${standIn}/page`))).rejects.toMatchObject({ code: 'USER_043' });
});

it('takes no name for a stand-in: it could lead anywhere', async () => {
  const standIn = victim.url.replace('127.0.0.1', 'localhost');

  await expect(createReader({ standIn }).read(new URL(`${standIn}/ok`))).rejects.toMatchObject({
    code: 'USER_043',
  });
  expect(victim.sockets().total).toBe(0);
});

it.each([401, 403, 404, 410])('has no page where the channel answers %i', async (status) => {
  const { createHttp } = channelThat({ [post.href]: { ...page('sign in'), status } });

  expect(await createReader({ createHttp }).read(post)).toBe('');
});

it('has no page where something else than a page lies', async () => {
  const { createHttp } = channelThat({
    [post.href]: { ...page('{}'), headers: { 'content-type': 'application/json' } },
  });

  expect(await createReader({ createHttp }).read(post)).toBe('');
});

it('says that the channel failed, rather than that nothing is there', async () => {
  const { createHttp } = channelThat({ [post.href]: { status: 503 } });

  await expect(createReader({ createHttp }).read(post)).rejects.toMatchObject({ code: 'PROVIDER_006' });
});

it('gives up on a page that does not end, and on one that is too large', async () => {
  const endless = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html').write('<p>');
  });
  const large = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html').end(Buffer.alloc(10 * 1024 * 1024 + 1, 0x20));
  });

  const read = (standIn: string, over = {}) =>
    createReader({ standIn, ...over }).read(new URL(`${standIn}/`));

  await expect(read(endless, { policy: policyOf(250) })).rejects.toMatchObject({ code: 'PROVIDER_006' });
  await expect(read(large)).rejects.toMatchObject({ code: 'PROVIDER_004' });
});
