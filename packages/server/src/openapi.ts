import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Collects what the routes say of themselves, in zod, into one OpenAPI 3.1 document. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'kt-event', version: '0.1.0', description: 'Entries and proofs of store promotions.' },
    },
    transform: jsonSchemaTransform,
  });
}

/** For pages and files: they are for people, not for programs. */
export const undocumented = { schema: { hide: true } } as const;
