import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import got, { type OptionsInit, type Request } from 'got';
import { ProviderError } from '../errors/index.js';
import type { Http, HttpRequest, HttpResponse } from './http.js';
import { toProviderError } from './to-provider-error.js';

export interface GotHttpOptions {
  /**
   * Deadline of each step before anything is sent: look-up, connection, TLS. Past it the request was not sent,
   * which a deadline of the whole call could not tell. @defaultValue 2_000
   */
  readonly connectTimeoutMs?: number;
  /** Turns names into addresses; one that refuses addresses keeps requests away from them. */
  readonly lookup?: LookupFunction;
}

const defaultMaxBytes = 10 * 1024 * 1024;

/** The network. Retries, deadlines and redirects are off: the policy and the caller own them. */
export function createGotHttp({ connectTimeoutMs = 2_000, lookup }: GotHttpOptions = {}): Http {
  const client = got.extend({
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    headers: { 'user-agent': 'kt-event' },
    timeout: { lookup: connectTimeoutMs, connect: connectTimeoutMs, secureConnect: connectTimeoutMs },
    dnsLookup: lookup,
  });

  return async (request, signal) => {
    signal?.throwIfAborted();
    const stream = client.stream(request.url, toOptions(request, signal));
    try {
      return await readAnswer(stream, request);
    } catch (error) {
      signal?.throwIfAborted(); // cancelled or out of time: the caller knows which
      throw toProviderError(error, request.provider);
    } finally {
      stream.destroy();
    }
  };
}

function toOptions({ method, headers, query, json, form, bytes }: HttpRequest, signal?: AbortSignal): OptionsInit {
  const bodyless = method === 'GET' || (json === undefined && !form);
  return {
    method,
    ...(headers && { headers }),
    ...(query && { searchParams: query }),
    ...(json !== undefined && { json }),
    ...(form && { form }),
    ...(bytes && { body: bytes }),
    ...(signal && { signal }),
  };
}

async function readAnswer(stream: Request, { provider, maxBytes = defaultMaxBytes }: HttpRequest): Promise<HttpResponse> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  stream.once('response', ({ headers }: IncomingMessage) => {
    if (Number(headers['content-length']) > maxBytes) stream.destroy(tooLarge(provider, maxBytes));
  });
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(provider, maxBytes);
    chunks.push(chunk);
  }
  ...
}
