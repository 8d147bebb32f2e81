import { AuthError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { byteRange } from './byte-range.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/m/*';

/** Short: an address that was taken back must not go on opening from somebody's cache. */
const cacheControl = 'private, max-age=300';

/** Media under signed addresses, so that a channel can fetch them and nobody can browse them. */
export function mediaRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get(url, undocumented, async ({ url, method, headers }, reply) => {
    const { path, query } = readAddress(url);
    const { creative, bytes } = await ktEvent.openMedia(path, query);
    const etag = `"${creative.sha256}"`;
    const whole = method === 'HEAD' || isOutdated(headers['if-range'], etag);
    reply.type(creative.mediaType).headers({ etag, 'cache-control': cacheControl, 'accept-ranges': 'bytes' });
    if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
    return sendRange(reply, Buffer.from(bytes), whole ? undefined : headers.range);
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD'], () => new AuthError('AUTH_003', {}));
}

/** Instagram and others fetch a video in pieces. */
function sendRange(reply: FastifyReply, bytes: Buffer, header: string | undefined): FastifyReply {
  const range = byteRange(header, bytes.length);
  if (range === undefined) return reply.send(bytes);
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send('');
  }
  const { first, last } = range;
  const piece = bytes.subarray(first, last + 1);
  return reply.code(206).header('content-range', `bytes ${first}-${last}/${bytes.length}`).send(piece);
}

/** A reader that has a piece of another version wants all of the present one. A date instead of a tag: as outdated. */
function isOutdated(ifRange: string | string[] | undefined, etag: string): boolean {
  return ifRange !== undefined && ifRange !== etag;
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

/** As it came on the wire: what was signed is the spelling, not the meaning. */
function readAddress(requestUrl: string): { path: string; query: Record<string, string> } {
  const [path = '', ...search] = requestUrl.split('?');
  const parameters = [...new URLSearchParams(search.join('?'))];
  const query = Object.fromEntries(parameters);
  if (Object.keys(query).length !== parameters.length) throw new AuthError('AUTH_003', {});
  return { path, query };
}
