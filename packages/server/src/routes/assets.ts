import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { undocumented } from '../openapi.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

/** `src/routes` and `dist/routes` are equally deep, so one address serves both. */
const folder = new URL('../../assets/', import.meta.url);

const style = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const assets = {
  'page.css': style,
  'form.css': style,
  'staff.css': style,
  'visit-screen.js': script,
  'icon.svg': 'image/svg+xml',
  'challenge.js': script,
  'challenge-worker.js': script,
  'phone-code.js': script,
} as const;

export function assetRoutes(app: FastifyInstance): void {
  for (const [name, mediaType] of Object.entries(assets)) {
    const url = `/assets/${name}`;
    app.get(url, undocumented, async (_request, reply) => {
      reply.type(mediaType).header('cache-control', 'public, max-age=3600');
      return readFile(new URL(name, folder));
    });
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
  }
}
