import { type KtEventError, UserError } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { undocumented } from '../openapi.js';

/** Answers every other verb at an address that exists with 405, or with another refusal, before reading a body. */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  taken: readonly string[],
  refuse: (method: string) => KtEventError = (method) => new UserError('USER_034', { method }),
): void {
  app.route({
    method: app.supportedMethods.filter((method) => !taken.includes(method)),
    url,
    ...undocumented,
    onRequest: async ({ method }, reply) => {
      reply.header('allow', taken.join(', '));
      throw refuse(method);
    },
    handler: async () => undefined,
  });
}
