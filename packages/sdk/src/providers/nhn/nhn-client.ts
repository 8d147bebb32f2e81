import { ProviderError } from '../../errors/index.js';
import type { ProviderOptions } from '../provider-options.js';
import { listSchema, type NhnRow, type NhnSent, sentSchema } from './nhn-answer.js';
import { createNhnAsk } from './nhn-ask.js';
import { requireSuccess } from './nhn-error.js';

export interface NhnOptions extends ProviderOptions {
  readonly appkey: string;
  readonly secretKey: string;
  readonly now: () => Date;
}

const provider = 'nhn';
const pageSize = 1_000;
const maxPages = 100;

/** Calls to NHN Cloud's brand messages. It answers 200 to nearly everything: the result is in the body. */
export function createNhnClient(options: NhnOptions) {
  const { baseUrl, appkey, secretKey } = options;
  const root = `${baseUrl}/brand-message/v1.0/appkeys/${encodeURIComponent(appkey)}`;
  const ask = createNhnAsk(options, { root, secretKey, judge: requireSuccess });

  return {
    send(json: object, idempotencyKey: string, signal?: AbortSignal): Promise<NhnSent> {
      const headers = { 'x-nc-api-idempotency-key': idempotencyKey };
      const request = { method: 'POST', path: '/freestyle-messages', headers, json } as const;
      return ask(request, sentSchema, { signal, repeatable: false });
    },

    /** Every page of a list, of which only what is wanted is kept: the filters are a saving, not a promise. */
    async list(
      filters: Readonly<Record<string, string>>,
      isWanted: (row: NhnRow) => boolean,
      signal?: AbortSignal,
    ): Promise<NhnRow[]> {
      const found: NhnRow[] = [];
      let seen = 0;
      for (let page = 1; page <= maxPages; page += 1) {
        const query = { ...filters, pageNum: `${page}`, pageSize: `${pageSize}` };
        const call = { signal, repeatable: true };
        const answer = await ask({ method: 'GET', path: '/messages', query }, listSchema, call);
        const { messages = [], totalCount = 0 } = answer.messageSearchResultResponse ?? {};
        found.push(...messages.filter(isWanted));
        seen += messages.length;
        if (messages.length === 0 || seen >= totalCount) return found;
      }
      throw new ProviderError('PROVIDER_004', { provider, reason: `more than ${maxPages} pages` });
    },
  };
}
