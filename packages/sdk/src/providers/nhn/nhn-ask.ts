import type { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { ProviderOptions } from '../provider-options.js';
import type { NhnEnvelope } from './nhn-answer.js';

const provider = 'nhn';

/** Of a message to somebody the words of a refusal may repeat the name. */
const withoutWords = ({ status }: HttpResponse) => `HTTP ${status}`;

export type NhnAsk = ReturnType<typeof createNhnAsk>;

type Ask = Omit<HttpRequest, 'provider' | 'url'> & {
  /** Below the root. */
  readonly path: string;
};

interface NhnRoot {
  /** Address with the app key in it. */
  readonly root: string;
  readonly secretKey: string;
  /** Throws what makes an answer a failure of the call: NHN answers 200 to nearly everything. */
  readonly judge: (header: NhnEnvelope['header']) => unknown;
}

/** Calls below one root, with one secret. */
export function createNhnAsk({ http, policy }: ProviderOptions, { root, secretKey, judge }: NhnRoot) {
  return <S extends z.ZodType<NhnEnvelope>>(
    { path, ...request }: Ask,
    schema: S,
    call: { signal: AbortSignal | undefined; repeatable: boolean },
  ): Promise<z.output<S>> =>
    policy(async (signal) => {
      const headers = { ...request.headers, 'x-secret-key': secretKey };
      const answer = await http({ ...request, provider, url: `${root}${path}`, headers }, signal);
      const body = readJson(requireOk(answer, provider, withoutWords), schema, provider);
      judge(body.header);
      return body;
    }, call);
}
