import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { undocumented } from '../openapi.js';
import { themeCss } from '../pages/theme-css.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

/** `src/routes` and `dist/routes` are equally deep, so one address serves both. */
const folder = new URL('../../assets/', import.meta.url);

const script = 'text/javascript; charset=utf-8';
const assets = {
  'page.css': 'text/css; charset=utf-8',
  'staff.css': 'text/css; charset=utf-8',
  'visit-screen.js': script,
  'entry.js': script,
  'form-errors.js': script,
  'send-entry.js': script,
  'receipt.js': script,
  'challenge.js': script,
  'challenge-worker.js': script,
  'phone-code.js': script,
  'icon.svg': 'image/svg+xml',
} as const;

/** An hour without asking, and a day in which an old one serves while a new one is fetched. */
const cacheControl = 'public, max-age=3600, stale-while-revalidate=86400';

export function assetRoutes(app: FastifyInstance): void {
  for (const [name, mediaType] of Object.entries(assets)) {
    const url = `/assets/${name}`;
    let asset: Promise<Asset> | undefined;
    app.get(url, undocumented, async ({ headers }, reply) => {
      asset ??= open(name);
      const { text, etag } = await asset;
      reply.type(mediaType).headers({ etag, 'cache-control': cacheControl });
      return headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(text);
    });
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
  }
}

interface Asset {
  readonly text: string;
  readonly etag: string;
}

/** Parts of the one style sheet, in their order: a phone on a bad line asks once. */
const styleParts = ['base', 'offer', 'press', 'form', 'screens'];

async function open(name: string): Promise<Asset> {
  const text = name === 'page.css' ? await readStyle() : await readFile(new URL(name, folder), 'utf8');
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

/** Ends with the colours of the pictures. */
async function readStyle(): Promise<string> {
  const parts = styleParts.map((part) => readFile(new URL(`style/${part}.css`, folder), 'utf8'));
  return [...(await Promise.all(parts)), themeCss()].join('\n');
}
