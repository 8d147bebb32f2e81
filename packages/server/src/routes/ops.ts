import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app.js';

/** Alive, ready, and what the API looks like. */
export function opsRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await ktEvent.list();
    return { status: 'ready' };
  });
  app.get('/openapi.json', async () => app.swagger());
}
