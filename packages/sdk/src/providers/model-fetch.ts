import { z } from 'zod';
import { type KtEventError, toKtEventError } from '../errors/index.js';
import type { Http, HttpResponse } from '../http/http.js';
import { readJson } from '../http/read-json.js';

export interface ModelNetwork {
  readonly provider: string;
  readonly http: Http;
  /** Lets an accepted answer pass, and throws what a refusal means. */
  readonly requireAccepted: (response: HttpResponse) => HttpResponse;
}

type Ask<T> = (network: typeof fetch) => Promise<T>;

/**
 * The only headers that leave: the clients would also tell the machine, its system and its versions.
 */
const sentHeaders =
  /^(content-type|accept|authorization|x-api-key|anthropic-version|openai-(organization|project))$/;

/** An answer of a few thousand tokens is some 50 KB. */
const maxBytes = 2 * 1024 * 1024;

/**
 * Lets a provider's own client ask over our network, so that errors, limits and deadlines are those of every adapter.
 * What the network threw comes out as it was: the clients wrap it, or replace it by a time-out of theirs.
 */
export async function overOurNetwork<T>(network: ModelNetwork, ask: Ask<T>): Promise<T> {
  let failure: KtEventError | undefined;
  const carry: typeof fetch = async (input, init = {}) => {
    try {
      return await send(network, String(input), init);
    } catch (error) {
      failure = toKtEventError(error);
      throw error;
    }
  };
  try {
    return await ask(carry);
  } catch (error) {
    throw failure ?? toKtEventError(error);
  }
}

async function send(
  { provider, http, requireAccepted }: ModelNetwork,
  url: string,
  { headers, body, signal }: RequestInit,
): Promise<Response> {
  const sent = [...new Headers(headers)].filter(([name]) => sentHeaders.test(name));
  const request = {
    provider,
    method: 'POST',
    url,
    headers: Object.fromEntries(sent),
    bytes: Buffer.from(String(body ?? '')),
    maxBytes,
  } as const;
  const response = requireAccepted(await http(request, signal ?? undefined));
  return Response.json(readJson(response, z.unknown(), provider));
}
