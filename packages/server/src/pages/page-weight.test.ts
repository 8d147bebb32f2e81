import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/open-house.js';

/** A phone on a bad line has the page after this many bytes, its picture apart. */
const mostBytes = 100_000;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function fetchText(address: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const answer = await fetch(`${house.server.url}${address}`);
  const body = Buffer.from(await answer.arrayBuffer());
  return { bytes: answer.ok ? body.length : Number.POSITIVE_INFINITY, text: body.toString('utf8') };
}

/** What a browser fetches for a page, over a real socket, without what is under `/m/`. */
async function weigh(address: string): Promise<{ readonly bytes: number; readonly requests: number }> {
  const page = await fetchText(address);
  const wanted = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const files = await Promise.all([...new Set(wanted)].map(fetchText));
  const styled = files.some(({ text }) => /@import|@font-face|url\(/.test(text));
  const bytes = files.reduce((sum, file) => sum + file.bytes, page.bytes);
  return { bytes: styled ? Number.POSITIVE_INFINITY : bytes, requests: 1 + files.length };
}

it('weighs less than 100 KB with its style and its scripts, in few requests', async () => {
  const { bytes, requests } = await weigh(`/e/${house.lottery.slug}`);

  expect(bytes).toBeLessThan(mostBytes);
  expect(requests).toBeLessThanOrEqual(6);
});

it('would notice a file that is not there', async () => {
  expect((await fetchText('/assets/nothing.css')).bytes).toBe(Number.POSITIVE_INFINITY);
});

it('lets a browser keep what does not change, and asks for no body again', async () => {
  const first = await fetch(`${house.server.url}/assets/page.css`);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${house.server.url}/assets/page.css`, { headers: { 'if-none-match': etag } });

  expect(first.headers.get('cache-control')).toContain('max-age=3600');
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('has the colours of the pictures in its one style', async () => {
  const { text } = await fetchText('/assets/page.css');

  expect(text).toMatch(/\.theme-forest\{[^}]*--deep:#14532d;/);
  expect((await fetchText(`/e/${house.lottery.slug}`)).text).toMatch(/<body class="theme-(?!plain)[a-z]+">/);
});
