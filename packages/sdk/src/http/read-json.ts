import type { z } from 'zod';
import { ProviderError } from '../errors/index.js';
import { parseAnswer } from '../schema/parse.js';
import type { HttpResponse } from './http.js';

/**
 * Reads an answer that was agreed to be JSON of a given form.
 *
 * @throws {@link ProviderError} `PROVIDER_004`: another content type, not JSON, or JSON of another form. The call
 * may have been acted on, whatever the answer looks like.
 */
export function readJson<S extends z.ZodType>(
  response: HttpResponse,
  schema: S,
  provider: string,
): z.output<S> {
  return parseAnswer(schema, parse(response, provider), provider);
}

function parse({ headers, bytes }: HttpResponse, provider: string): unknown {
  const type = headers['content-type']?.split(';')[0] ?? 'no content type';
  const unreadable = (reason: string) => new ProviderError('PROVIDER_004', { provider, reason });
  if (!mayBeJson(type)) throw unreadable(`${type} instead of JSON`);
  if (bytes.length === 0) throw unreadable('empty body');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable(`not JSON (${type})`); // the parser's own message quotes the body
  }
}

/** Several providers send JSON as plain text, or name no type; a page of HTML is a login or a maintenance notice. */
function mayBeJson(type: string): boolean {
  return type === 'no content type' || /json|^text\/plain$/i.test(type);
}
