import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/** `src/routes` and `dist/routes` are equally deep, so one address serves both. */
const styleUrl = new URL('../../assets/page.css', import.meta.url);

export function assetRoutes(app: FastifyInstance): void {
  app.get('/assets/page.css', async (_request, reply) => {
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600');
    return readFile(styleUrl);
  });
}
