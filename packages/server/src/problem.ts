import { type KtEventError, toKtEventError, UserError } from '@kt-event/sdk';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { challengePage } from './pages/challenge-page.js';
import { errorPage } from './pages/error-page.js';
import { fieldWords } from './pages/field-words.js';
import { visitorWords } from './pages/visitor-words.js';
import type { Problem } from './problem-schema.js';
import { isForm, readForm } from './routes/read-entry.js';
import type { ReturnForm } from './routes/return-form.js';
import { allowScripts } from './security-headers.js';

export interface ProblemSenderOptions {
  readonly bodyLimitBytes: number;
  readonly onFailure: ((error: KtEventError) => void) | undefined;
  /** @defaultValue no form comes back */
  readonly returnForm?: ReturnForm | undefined;
}

type ProblemSender = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Every failure leaves as RFC 9457 problem details, or as a page for a browser, and never with a stack. */
export function createProblemSender({
  bodyLimitBytes,
  onFailure,
  returnForm,
}: ProblemSenderOptions): ProblemSender {
  return async (thrown, request, reply) => {
    const error = toOurs(thrown, bodyLimitBytes);
    const { httpStatus, retryable } = error.spec;
    if (httpStatus >= 500) onFailure?.(error);
    reply.code(httpStatus).header('cache-control', 'no-store');
    if (retryable) reply.header('retry-after', String(secondsUntilNextTry(error)));
    if (request.headers.accept?.includes('text/html')) {
      const page = await pageOf(error, request, returnForm);
      if (bringsScripts(page)) allowScripts(reply, page);
      return reply.type('text/html; charset=utf-8').send(page);
    }
    return reply.type('application/problem+json').send(JSON.stringify(problemOf(error, request)));
  };
}

/** Whole seconds, as the header wants them: never sooner than the error says. */
function secondsUntilNextTry({ context, retryAfterMs }: KtEventError): string | number {
  return context['seconds'] ?? Math.max(1, Math.ceil((retryAfterMs ?? 0) / 1_000));
}

/** With the challenge to solve before the next try, where one was missing. */
function problemOf(error: KtEventError, { challenge }: FastifyRequest): Problem {
  return { ...toProblem(error), ...(challenge && { challenge }) };
}

/** Everything a person has typed is escaped, so only a tag of ours can be one. */
const bringsScripts = (page: string): boolean => page.includes('<script ');

/** What is wrong on our side is nobody else's to read. */
export function toProblem(error: KtEventError): Problem {
  const { code, spec, issues } = error;
  const { title, message, hint } = error.describe('en');
  const told = { type: `urn:kt-event:error:${code}`, code, title, status: spec.httpStatus };
  if (spec.httpStatus >= 500) return told;
  const errors = issues.map(({ path, ...issue }) => ({ path: [...path], ...issue }));
  const visitor = { ...visitorWords(error), fields: fieldWords(issues) };
  const texts = { detail: message, hint, ko: error.describe('ko'), visitor };
  return { ...told, ...texts, ...(errors.length > 0 && { errors }) };
}

/** Fastify's own refusals (too large, not JSON) become ours; everything else has a code already. */
function toOurs(thrown: unknown, limitBytes: number): KtEventError {
  if (!isRefusal(thrown)) return toKtEventError(thrown);
  if (thrown.statusCode === 413) return new UserError('USER_035', { limitBytes }, { cause: thrown });
  if (thrown.statusCode === 415) return new UserError('USER_036', { accepted }, { cause: thrown });
  return new UserError('USER_001', { what: 'request' }, { cause: thrown });
}

const accepted = 'application/json, application/x-www-form-urlencoded';

function isRefusal(thrown: unknown): thrown is FastifyError {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    String(thrown.code).startsWith('FST_') &&
    'statusCode' in thrown &&
    Number(thrown.statusCode) < 500
  );
}

/**
 * A form that can be corrected comes back. One that came without a solved challenge goes on by itself, if the browser
 * can. A page that cannot be shown hides no failure.
 */
async function pageOf(
  error: KtEventError,
  request: FastifyRequest,
  returnForm: ReturnForm | undefined,
): Promise<string> {
  const slug = slugOf(request.url);
  if (request.challenge && slug !== undefined && isForm(request)) {
    return challengePage({ slug, action: request.url, fields: readForm(request.body) });
  }
  const form = await returnForm?.(error, request).catch(() => undefined);
  return form ?? errorPage(error, slug);
}

/** The event somebody was at, to lead them back. */
function slugOf(url: string): string | undefined {
  return /^\/e\/([a-z0-9]{4,16})(?=[/?]|$)/.exec(url)?.[1];
}
