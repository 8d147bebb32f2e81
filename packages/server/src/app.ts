import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { type KtEvent, parseInput, UserError } from '@kt-event/sdk';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { sendProblem } from './problem.js';
import { assetRoutes } from './routes/assets.js';
import { drawRoutes } from './routes/draws.js';
import { entryRoutes } from './routes/entries.js';
import { mediaRoutes } from './routes/media.js';
import { opsRoutes } from './routes/ops.js';

export interface AppOptions {
  readonly ktEvent: KtEvent;
  readonly newId: () => string;
  /** Entries from one address in a minute. Source: reliability target, friendly to shared addresses. @defaultValue 20 */
  readonly entriesPerMinute?: number;
  /** Address of the proxy in front, when there is one; only then are its headers believed. @defaultValue none */
  readonly trustedProxy?: string;
}

export type App = FastifyInstance;

/** Source: entry protocol, cheap rejects. */
const bodyLimitBytes = 4_096;

/** The whole application; it listens nowhere yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const app = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    trustProxy: options.trustedProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (value) => ({
    value: parseInput(schema, value, 'request'),
  }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new UserError('USER_002', { what: 'page', id: request.url.split('?')[0] ?? '' }),
      request,
      reply,
    ),
  );
  await registerPlugins(app);
  opsRoutes(app, options);
  assetRoutes(app);
  entryRoutes(app, options);
  drawRoutes(app, options);
  mediaRoutes(app, options);
  return app;
}

async function registerPlugins(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // channels fetch signed pictures
  });
  await app.register(formbody);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new UserError('USER_014', { seconds: Math.ceil(ttl / 1_000) }),
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'kt-event', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  });
}

/** Nothing inline, nothing from elsewhere. Source: security target, entry page policy. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};
