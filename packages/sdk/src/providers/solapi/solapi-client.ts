import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { ProviderOptions } from '../provider-options.js';
import { type SolapiKey, signSolapi } from './solapi-signature.js';

export interface SolapiOptions extends ProviderOptions, SolapiKey {
  /** Registered sender number. */
  readonly sender: string;
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** One message of a request, in Solapi's own fields. `customFields` come back in every list. */
export interface SolapiMessage {
  readonly to: string;
  readonly from: string;
  readonly type: 'SMS' | 'LMS' | 'BMS_FREE';
  readonly text: string;
  readonly subject?: string;
  readonly kakaoOptions?: object;
  readonly customFields: { readonly reference: string; readonly rowKey: string };
}

const customFieldsSchema = z.object({ reference: z.string(), rowKey: z.string() });
const rowSchema = z.object({
  messageId: z.string().optional(),
  groupId: z.string().optional(),
  statusCode: z.string(),
  customFields: customFieldsSchema.optional().catch(undefined),
});
export type SolapiRow = z.infer<typeof rowSchema>;

/** By the row key we gave. */
export type SolapiRows = ReadonlyMap<string, SolapiRow>;

const sentSchema = z.object({
  groupInfo: z.object({ groupId: z.string() }),
  failedMessageList: z.array(rowSchema).default([]),
  messageList: z.array(rowSchema).default([]),
});

const listSchema = z.object({
  messageList: z.union([
    z.array(rowSchema),
    z.record(z.string(), rowSchema).transform(Object.values<SolapiRow>),
  ]),
  nextKey: z.string().nullish(),
});

const failureSchema = z.object({ errorCode: z.string() });
const provider = 'solapi';

/** Nothing is sent again later than this: the phones are destroyed 30 days after the winners are announced. */
const lookBackMs = 40 * 86_400_000;
const pageSize = 500;
const maxPages = 100;

/** Sends batches and finds them again by our reference. Solapi has no key that would make a repeat harmless. */
export function createSolapiClient(options: SolapiOptions) {
  const { baseUrl, http, policy, now, randomBytes } = options;

  type Ask = Pick<HttpRequest, 'method' | 'query' | 'json'> & { readonly path: string };
  const ask = <S extends z.ZodType>(
    { path, ...request }: Ask,
    schema: S,
    call: { signal: AbortSignal | undefined; repeatable: boolean },
  ) =>
    policy(async (signal) => {
      const authorization = signSolapi(options, now(), Buffer.from(randomBytes(16)).toString('hex'));
      const headers = { authorization };
      const answer = await http({ provider, url: `${baseUrl}${path}`, headers, ...request }, signal);
      return readJson(requireAccepted(answer), schema, provider);
    }, call);

  return {
    /** @returns what Solapi said about each message, by row key. What it does not name, it took. */
    async send(messages: readonly SolapiMessage[], signal?: AbortSignal) {
      const path = '/messages/v4/send-many/detail';
      const json = { messages, allowDuplicates: false, showMessageList: true };
      const call = { signal, repeatable: false };
      const sent = await ask({ method: 'POST', path, json }, sentSchema, call);
      return {
        groupId: sent.groupInfo.groupId,
        rows: byKey([...sent.messageList, ...sent.failedMessageList]),
      };
    },

    /** @returns the messages that carry the reference, by row key; none when the request never arrived. */
    async find(reference: string, signal?: AbortSignal): Promise<SolapiRows> {
      const range = {
        startDate: new Date(now().getTime() - lookBackMs).toISOString(),
        endDate: new Date(now().getTime() + 86_400_000).toISOString(), // their clock may be ahead
        limit: String(pageSize),
      };
      const found: SolapiRow[] = [];
      let startKey: string | null | undefined;
      for (let page = 0; page < maxPages; page += 1) {
        const query = { ...range, ...(startKey && { startKey }) };
        const call = { signal, repeatable: true };
        const list = await ask({ method: 'GET', path: '/messages/v4/list', query }, listSchema, call);
        found.push(...list.messageList.filter((row) => row.customFields?.reference === reference));
        if (!list.nextKey) return byKey(found);
        startKey = list.nextKey;
      }
      throw new ProviderError('PROVIDER_004', { provider, reason: `more than ${maxPages} pages` });
    },
  };
}

function byKey(rows: readonly SolapiRow[]): SolapiRows {
  return new Map(rows.flatMap((row) => (row.customFields ? [[row.customFields.rowKey, row] as const] : [])));
}

/** A signature seen before means that an earlier copy of this very request arrived: it may have been acted on. */
function requireAccepted(response: HttpResponse): HttpResponse {
  if (response.status === 403 && errorCodeOf(response) === 'DuplicatedSignature')
    throw new ProviderError('PROVIDER_006', { provider, reason: 'DuplicatedSignature' });
  return requireOk(response, provider);
}

function errorCodeOf(response: HttpResponse): string | undefined {
  try {
    return readJson(response, failureSchema, provider).errorCode;
  } catch {
    return undefined;
  }
}

/** Accepted, handed on, delivered. Source: Solapi's status codes, read 2026-11-20. */
const takenCodes = ['2000', '3000', '4000'];

/** Solapi's code for why it did not take a message; nothing when it did. */
export function refusalOf(row: SolapiRow): string | undefined {
  return takenCodes.includes(row.statusCode) ? undefined : row.statusCode;
}

/** `01012345678`: Solapi's spelling of a Korean number. */
export function toDomestic(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return phone.startsWith('+82') ? `0${digits.slice(2)}` : digits;
}
