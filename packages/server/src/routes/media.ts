import { parseInput } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app.js';

const mediaQuerySchema = z.record(z.string(), z.string());

/** Pictures under signed addresses, so that a channel can fetch them and nobody can browse them. */
export function mediaRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get('/m/*', { schema: { querystring: mediaQuerySchema } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const { creative, bytes } = await ktEvent.openMedia(
      path,
      parseInput(mediaQuerySchema, request.query, 'address'),
    );
    reply.type(creative.mediaType).header('cache-control', 'private, max-age=3600');
    return Buffer.from(bytes);
  });
}
