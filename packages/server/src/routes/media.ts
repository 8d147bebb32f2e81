import { AuthError } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/m/*';

/** Pictures under signed addresses, so that a channel can fetch them and nobody can browse them. */
export function mediaRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get(url, undocumented, async (request, reply) => {
    const { path, query } = readAddress(request.url);
    const { creative, bytes } = await ktEvent.openMedia(path, query);
    reply.type(creative.mediaType).header('cache-control', 'private, max-age=3600');
    return Buffer.from(bytes);
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD'], () => new AuthError('AUTH_003', {}));
}

/** As it came on the wire: what was signed is the spelling, not the meaning. */
function readAddress(requestUrl: string): { path: string; query: Record<string, string> } {
  const [path = '', ...search] = requestUrl.split('?');
  const parameters = [...new URLSearchParams(search.join('?'))];
  const query = Object.fromEntries(parameters);
  if (Object.keys(query).length !== parameters.length) throw new AuthError('AUTH_003', {});
  return { path, query };
}
