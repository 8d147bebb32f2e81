import { readFile } from 'node:fs/promises';
import { browserFiles } from '@kt-event/verifier';
import type { FastifyInstance } from 'fastify';
import { undocumented } from '../openapi.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const files = [
  { url: '/assets/verify.js', file: browserFiles.script, mediaType: 'text/javascript; charset=utf-8' },
  { url: '/assets/checks.css', file: browserFiles.style, mediaType: 'text/css; charset=utf-8' },
] as const;

/** What visitors check a draw with. Every server hands out the same files, byte for byte. */
export function verifierFileRoutes(app: FastifyInstance): void {
  for (const { url, file, mediaType } of files) {
    app.get(url, undocumented, async (_request, reply) => {
      reply.type(mediaType).header('cache-control', 'public, max-age=3600');
      return readFile(file);
    });
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
  }
  // To be kept and opened from a folder: it has a policy of its own, and asks this server for nothing.
  const page = '/assets/verify.html';
  app.get(page, undocumented, async (_request, reply) => {
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="verify.html"');
    return readFile(browserFiles.page);
  });
  refuseOtherMethods(app, page, ['GET', 'HEAD']);
}
