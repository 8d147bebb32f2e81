import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, isRequired } from './find-chromium.js';
import { describeInChromium } from './open-browser.js';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const page = (body: string) => `<!doctype html><html lang="ko"><title>시험</title><main>${body}</main>`;

const pages: Readonly<Record<string, string>> = {
  '/good': page('<h1>좋은 화면</h1><p>글</p><script src="/script.js"></script>'),
  '/bad': page('<h1 style="color:red">나쁜 화면</h1><input><script>alert(1)</script>'),
  '/wide': page('<h1>넓은 화면</h1><hr width="500">'),
};

let server: Server;
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const script = request.url === '/script.js';
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? "document.querySelector('p').textContent = '스크립트'" : pages[request.url ?? '']);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

describeInChromium('a tab', (open) => {
  it('has nothing to say about a good page', async () => {
    const tab = await open(at('/good'));

    expect(await tab.page.textContent('p')).toBe('스크립트');
    expect(await tab.seriousFindings()).toEqual([]);
    expect([tab.violations(), tab.errors(), await tab.overflow()]).toEqual([[], [], 0]);
  });

  it('tells what a policy refused, and what somebody cannot use', async () => {
    const tab = await open(at('/bad'));

    expect(await tab.seriousFindings()).toEqual(['label: input']);
    expect(tab.violations()).toHaveLength(2);
  });

  it.each([
    [320, 190],
    [1_280, 0],
  ])('measures how much wider than %s a page is', async (width, over) => {
    const tab = await open(at('/wide'), { width });

    expect(await tab.overflow()).toBe(over);
  });

  it('runs no script where there is none, and does not judge unasked', async () => {
    const tab = await open(at('/good'), { javaScript: false });

    expect(await tab.page.textContent('p')).toBe('글');
    await expect(tab.seriousFindings()).rejects.toThrow('axe needs JavaScript');
  });

  it('loses the network and finds it again', async () => {
    const tab = await open(at('/good'));
    await tab.setOffline(true);
    await expect(tab.page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    await tab.setOffline(false);

    expect((await tab.page.reload())?.status()).toBe(200);
  });
});

describe('the browser of this machine', () => {
  it('is the one that was chosen, or none', () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
    expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toBeUndefined();
  });

  it('is needed where the environment says so', () => {
    const asked = ['chromium', 'postgres,chromium', 'postgres', undefined];

    expect(asked.map((KT_EVENT_REQUIRE) => isRequired('chromium', { KT_EVENT_REQUIRE }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
