import { once } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import got, { type Request, type StreamOptions } from 'got';
import { ProviderError } from '../errors/index.js';
import { failureOf } from './failure-of.js';
import type { Http, HttpRequest, HttpResponse } from './http.js';

export interface GotHttpOptions {
  /**
   * Deadline of each step before anything is sent: look-up, connection, TLS. A request that misses it was not sent;
   * the deadline of the whole call could not tell. @defaultValue 2_000
   */
  readonly connectTimeoutMs?: number;
  /** Turns names into addresses. One that refuses an address keeps requests away from it. */
  readonly lookup?: LookupFunction;
}

const defaultMaxBytes = 10 * 1024 * 1024;

/** The network. Retries and the deadline belong to the policy, redirects to the caller: all are off. */
export function createGotHttp({ connectTimeoutMs = 2_000, lookup }: GotHttpOptions = {}): Http {
  const client = got.extend({
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    headers: { 'user-agent': 'kt-event' },
    timeout: { lookup: connectTimeoutMs, connect: connectTimeoutMs, secureConnect: connectTimeoutMs },
    // connections of their own: one that an unguarded client has opened would be used without a look-up
    ...(lookup && { dnsLookup: lookup, agent: ownAgents() }),
  });

  return async (request, signal) => {
    signal?.throwIfAborted();
    const stream = client.stream(request.url, toOptions(request, signal));
    stream.on('error', () => {}); // one that comes after the answer is nobody's
    if (!stream.isReadonly) stream.end();
    try {
      return await readAnswer(stream, request);
    } catch (error) {
      signal?.throwIfAborted(); // cancelled or out of time: the caller knows which
      throw failureOf(error, stream, request.provider);
    } finally {
      stream.destroy();
    }
  };
}

function ownAgents() {
  return { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
}

function toOptions(
  { method, headers, query, json, form, bytes }: HttpRequest,
  signal?: AbortSignal,
): StreamOptions {
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

/** Counts bytes as they come out of decompression: a small answer may unpack to a large one. */
async function readAnswer(stream: Request, request: HttpRequest): Promise<HttpResponse> {
  const { provider, maxBytes = defaultMaxBytes } = request;
  const guard = (size: number) => {
    if (size > maxBytes) throw new ProviderError('PROVIDER_004', { provider, reason: 'too large' });
  };
  const [response] = await once(stream, 'response');
  guard(Number(response.headers['content-length']));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    guard(size);
    chunks.push(chunk);
  }
  return { status: response.statusCode, headers: flat(response.headers), bytes: Buffer.concat(chunks) };
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
