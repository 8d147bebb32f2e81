import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthError } from '@kt-event/sdk';
import type { FastifyRequest } from 'fastify';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets in whoever holds the token, and takes as long to refuse one as another. @throws AuthError `AUTH_003` */
export function createTokenGuard(token: string): (request: FastifyRequest) => Promise<void> {
  const wanted = hash(`Bearer ${token}`);
  return async ({ headers }) => {
    if (!timingSafeEqual(hash(headers.authorization ?? ''), wanted)) throw new AuthError('AUTH_003', {});
  };
}
