import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from './app.js';
import { aLottery, openStage, type Stage } from './testing/open-stage.js';

let stage: Stage;
let app: App;
let slug: string;

beforeAll(async () => {
  stage = await openStage();
  ({ slug } = await stage.publish(aLottery()));
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

/** Whose pages have modules of ours. */
const scripted = /^\/e\/[a-z0-9]+\/?(receipts.*)?$/;

const addresses: readonly (readonly ['GET' | 'HEAD' | 'POST' | 'PUT' | 'OPTIONS', () => string, number])[] = [
  ['GET', () => `/e/${slug}`, 200],
  ['HEAD', () => `/e/${slug}`, 200],
  ['GET', () => `/e/${slug}/`, 200],
  ['GET', () => `/e/${slug}/receipts/${'0'.repeat(32)}`, 200],
  ['GET', () => '/assets/page.css', 200],
  ['GET', () => '/healthz', 200],
  ['GET', () => '/readyz', 200],
  ['GET', () => '/metrics', 200],
  ['GET', () => '/openapi.json', 200],
  ['POST', () => `/e/${slug}/entries`, 409],
  ['GET', () => `/m/${slug}/x`, 403],
  ['PUT', () => `/m/${slug}/x`, 403],
  ['GET', () => '/nothing', 404],
  ['GET', () => `/draws/${slug}/transcript.json`, 404],
  ['GET', () => '/%', 404],
  ['GET', () => '/assets/..%2f..%2fpackage.json', 404],
  ['GET', () => '/assets/../package.json', 404],
  ['OPTIONS', () => `/e/${slug}`, 405],
];

describe('the headers of every answer', () => {
  it.each(addresses)('of %s %s protect whoever reads it', async (method, url, status) => {
    const { statusCode, headers } = await app.inject({ method, url: url() });

    expect(statusCode).toBe(status);
    const policy = String(headers['content-security-policy']);
    const scripts = method !== 'OPTIONS' && scripted.test(url()) ? 'self' : 'none';
    expect(policy).toContain(`script-src '${scripts}'`);
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/);
    expect(policy).not.toMatch(/unsafe|\*|data:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('of the proof page allow the script that checks the draw, from here, and nothing more', async () => {
    const { statusCode, headers } = await app.inject({ url: `/draws/${slug}` });

    expect(statusCode).toBe(200);
    expect(String(headers['content-security-policy']).split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it('come without a body for HEAD, and with the length of the page', async () => {
    const [head, page] = await Promise.all(
      (['HEAD', 'GET'] as const).map((method) => app.inject({ method, url: `/e/${slug}` })),
    );

    expect(head?.body).toBe('');
    expect(head?.headers['content-length']).toBe(page?.headers['content-length']);
  });
});
