import { z } from 'zod';
import { AuthError, type KtEventError, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { reasonOf } from '../../http/reason-of.js';
import { requireOk } from '../../http/require-ok.js';
import { retryAfterMs as readRetryAfter } from '../../http/retry-after.js';
import { failuresBySubcode, type KnownFailure, knownFailure } from './known-failures.js';
import { readUsage } from './usage-pace.js';

const provider = 'instagram';

/** Only what is read: the status says little here, most failures are 400. */
const failureSchema = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});
export type GraphFailure = z.infer<typeof failureSchema>['error'];

/** What is done over there: only making a container may be repeated at will, as nobody sees one. */
export type GraphStep = 'container' | 'publish' | 'read';

/** Lets an accepted answer pass; throws what Meta's own codes say, whatever the status. */
export function requireAccepted(response: HttpResponse, step: GraphStep): HttpResponse {
  const failure = readFailure(response);
  if (failure) throw errorFor(failure, response, step);
  return requireOk(response, provider);
}

/** Nothing for an answer that is none of Meta's failures: a front server in between answers with HTML. */
export function readFailure(response: HttpResponse): GraphFailure | undefined {
  try {
    return readJson(response, failureSchema, provider).error;
  } catch {
    return undefined;
  }
}

/** [M] Meta tells what was deleted and what never was alike. */
export function isGone({ code, error_subcode: subcode }: GraphFailure): boolean {
  return (code === 100 && subcode === 33) || (code === 24 && subcode === 2207006);
}

/** A container that failed, by the words of its `status`, which hold a subcode. */
export function containerFailure(state: string, words: string): ProviderError {
  const subcode = /\b22\d{5}\b/.exec(words)?.[0];
  const known = failuresBySubcode[Number(subcode)];
  const status = subcode === undefined ? `container ${state}` : `container ${state}, ${subcode}`;
  if (isWorthAnother(Number(subcode))) return new ProviderError('PROVIDER_002', { provider, status });
  return refusalOf(status, known);
}

/** Source: Meta's content publishing error table, read 2026-11-20: another container may do. */
function isWorthAnother(subcode: number | undefined): boolean {
  return subcode === 2207003 || subcode === 2207032 || subcode === 2207053;
}

/** Source: the same table: 30 s to 2 minutes until a container is ready. */
const notReadyMs = 30_000;
/** The limit is of any 24 hours, so a place may come free at any time; ours. */
const dailyLimitMs = 3_600_000;
/** The budget of calls is one of an hour; a third of it makes room again; ours. */
const usedUpMs = 20 * 60_000;

function errorFor(failure: GraphFailure, response: HttpResponse, step: GraphStep): KtEventError {
  const { code, error_subcode: subcode } = failure;
  const status = subcode ? `${code}/${subcode}` : `${code}`;
  const known = knownFailure(code, subcode ?? 0);
  switch (verdictOf(failure, step)) {
    case 'signIn':
      return new AuthError('AUTH_004', { provider, status });
    case 'permission':
      return new AuthError('AUTH_002', { provider, status });
    case 'later': {
      const wait = waitOf(failure, response, step);
      const words = known?.words ? `${status}, ${known.words.en}` : status;
      return new ProviderError('PROVIDER_002', { provider, status: words }, wait);
    }
    case 'unclear':
      return new ProviderError('PROVIDER_006', { provider, reason: status });
    case 'refused':
    case 'stop':
      return refusalOf(known?.words ? status : `${status}, ${reasonOf(response)}`, known);
  }
}

function verdictOf(failure: GraphFailure, step: GraphStep): KnownFailure['verdict'] {
  const { code, error_subcode: subcode = 0, is_transient: transient = false } = failure;
  if (step === 'container' && isWorthAnother(subcode)) return 'unclear';
  const verdict = knownFailure(code, subcode)?.verdict ?? 'refused';
  return transient && verdict === 'refused' ? 'unclear' : verdict;
}

function refusalOf(status: string, known: KnownFailure | undefined): ProviderError {
  const { words } = known ?? {};
  const reason = words ? `${status}, ${words.en}` : status;
  const issues = words ? [{ path: [], message: words }] : [];
  return new ProviderError('PROVIDER_001', { provider, reason }, { issues });
}

/** What Meta's table asks for, else its estimate, else the usual header. */
function waitOf(
  failure: GraphFailure,
  { headers }: HttpResponse,
  step: GraphStep,
): { retryAfterMs?: number } {
  if (failure.code === 24 && step === 'publish') return { retryAfterMs: notReadyMs };
  if (failure.code === 9) return { retryAfterMs: dailyLimitMs };
  const { regainMs = 0, percent = 0 } = readUsage(headers) ?? {};
  const usual = percent >= 100 ? usedUpMs : readRetryAfter(headers['retry-after'], dateOf(headers));
  const estimate = regainMs > 0 ? regainMs : usual;
  return estimate === undefined ? {} : { retryAfterMs: estimate };
}

function dateOf({ date }: HttpResponse['headers']): Date | undefined {
  return date === undefined ? undefined : new Date(date);
}

/** The account has no place left for another post. */
export function dailyLimitReached(used: number, total: number): ProviderError {
  const status = `daily limit, ${used} of ${total} posts used`;
  return new ProviderError('PROVIDER_002', { provider, status }, { retryAfterMs: dailyLimitMs });
}

/** A look before publishing that failed without an answer: nothing was published by it. */
export function unableToLook(cause: KtEventError): ProviderError {
  return new ProviderError('PROVIDER_002', { provider, status: `look-up failed, ${cause.code}` }, { cause });
}

export function notReady(): ProviderError {
  const status = 'container IN_PROGRESS';
  return new ProviderError('PROVIDER_002', { provider, status }, { retryAfterMs: notReadyMs });
}
