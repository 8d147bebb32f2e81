import type { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { ProviderOptions } from '../provider-options.js';
import { judgeHeader } from './nhn-error.js';
import type { NhnHeaded } from './nhn-message-answer.js';

const provider = 'nhn';

/** Of a message to somebody the words of a refusal may repeat the name. */
const withoutWords = ({ status }: HttpResponse) => `HTTP ${status}`;

export type NhnAsk = ReturnType<typeof createNhnAsk>;

type Ask = Omit<HttpRequest, 'provider' | 'url'> & { readonly path: string };

/** Calls below one root, with one secret. An answer that leaves open what was done is a failure of the call. */
export function createNhnAsk({ http, policy }: ProviderOptions, root: string, secretKey: string) {
  return <S extends z.ZodType<NhnHeaded>>(
    { path, ...request }: Ask,
    schema: S,
    call: { signal: AbortSignal | undefined; repeatable: boolean },
  ): Promise<z.output<S>> =>
    policy(async (signal) => {
      const headers = { ...request.headers, 'x-secret-key': secretKey };
      const answer = await http({ ...request, provider, url: `${root}${path}`, headers }, signal);
      const body = readJson(requireOk(answer, provider, withoutWords), schema, provider);
      judgeHeader(body.header);
      return body;
    }, call);
}
