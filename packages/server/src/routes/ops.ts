import { StoreError, toKtEventError } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SetOptions } from '../app-options.js';
import { writeMetrics } from '../metrics/write-metrics.js';
import { undocumented } from '../openapi.js';
import { problemResponses } from '../problem-schema.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

/** Whoever watches the server asks often, and from one address. */
const config = { rateLimit: false } as const;

const stateSchema = z.object({ status: z.enum(['ok', 'ready']) });

type OpsOptions = Pick<SetOptions, 'ktEvent' | 'now'>;

/** Alive, ready, how the providers are, and what the API looks like. */
export function opsRoutes(app: FastifyInstance, { ktEvent, now }: OpsOptions): void {
  const alive = { summary: 'The process answers', response: { 200: stateSchema } };
  app.get('/healthz', { config, schema: alive }, async () => ({ status: 'ok' }));

  const ready = {
    summary: 'The store answers as well',
    response: { 200: stateSchema, ...problemResponses(['STORE_006']) },
  };
  app.get('/readyz', { config, schema: ready }, async () => {
    await ktEvent.find(nobody).catch((cause: unknown) => {
      throw new StoreError('STORE_006', { reason: toKtEventError(cause).code }, { cause });
    });
    return { status: 'ready' };
  });

  app.get('/metrics', { config, ...undocumented }, async (_request, reply) => {
    const [providers, counts] = await Promise.all([ktEvent.providers(), ktEvent.counts()]);
    const { contentType, text } = await writeMetrics({
      providers,
      counts,
      plans: ktEvent.planCache(),
      trends: ktEvent.trendCache(),
      now: now(),
    });
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });

  app.get('/openapi.json', { config, ...undocumented }, async () => app.swagger());
  for (const url of ['/healthz', '/readyz', '/metrics', '/openapi.json'])
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
}

/** Looked for only to touch the store: one read by a key that no campaign has. */
const nobody = 'cmp-readiness000';
