import { type KtEventError, toKtEventError, UserError } from '@kt-event/sdk';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorPage } from './pages/error-page.js';

/** Every failure leaves as RFC 9457 problem details, or as a page for a browser, and never with a stack. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toProblem(thrown);
  const { httpStatus } = error.spec;
  reply.code(httpStatus);
  if (error.code === 'USER_014' || error.code === 'STORE_005') {
    reply.header('retry-after', String(error.context['seconds'] ?? 1));
  }
  if (request.headers.accept?.includes('text/html')) return reply.type('text/html').send(errorPage(error));
  const { title, message, hint } = error.describe('en');
  const ko = error.describe('ko');
  return reply.type('application/problem+json').send(
    JSON.stringify({
      type: `urn:kt-event:error:${error.code}`,
      code: error.code,
      title,
      status: httpStatus,
      ...(httpStatus < 500 && { detail: message, hint, ko, errors: error.issues }),
    }),
  );
}

/** Fastify's own refusals (too large, not JSON) become ours; everything else has a code already. */
function toProblem(thrown: unknown): KtEventError {
  if (isClientError(thrown)) return new UserError('USER_001', { what: 'request' }, { cause: thrown });
  return toKtEventError(thrown);
}

function isClientError(thrown: unknown): thrown is FastifyError {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    String(thrown.code).startsWith('FST_') &&
    'statusCode' in thrown &&
    Number(thrown.statusCode) < 500
  );
}
