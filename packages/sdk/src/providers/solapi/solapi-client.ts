import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpRequest } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import type { ProviderOptions } from '../provider-options.js';
import { clockOf, requireAccepted } from './solapi-error.js';
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
  readonly type: 'SMS' | 'LMS' | 'ATA' | 'BMS_FREE';
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
  dateCreated: z.coerce.date().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  /** True once it was sent again as a text message. */
  replacement: z.boolean().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
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

const provider = 'solapi';

/** Nothing is sent again later than this: the phones are destroyed 30 days after the winners are announced. */
const lookBackMs = 40 * 86_400_000;
const pageSize = 500;
const maxPages = 100;

/** Sends batches and finds them again by our reference. Solapi has no key that would make a repeat harmless. */
export function createSolapiClient(options: SolapiOptions) {
  const { now } = options;
  const ask = createSolapiAsk(options);

  /** Every page of a list, of which only what is wanted is kept: the filters are a saving, not a promise. */
  async function list(
    filters: Readonly<Record<string, string>>,
    isWanted: (row: SolapiRow) => boolean,
    signal?: AbortSignal,
  ): Promise<SolapiRows> {
    const found: SolapiRow[] = [];
    let startKey: string | null | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const query = { ...filters, limit: String(pageSize), ...(startKey && { startKey }) };
      const call = { signal, repeatable: true };
      const answer = await ask({ method: 'GET', path: '/messages/v4/list', query }, listSchema, call);
      found.push(...answer.messageList.filter(isWanted));
      if (!answer.nextKey) return byKey(found);
      startKey = answer.nextKey;
    }
    throw new ProviderError('PROVIDER_004', { provider, reason: `more than ${maxPages} pages` });
  }

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
    find(reference: string, signal?: AbortSignal): Promise<SolapiRows> {
      const range = {
        startDate: new Date(now().getTime() - lookBackMs).toISOString(),
        endDate: new Date(now().getTime() + 86_400_000).toISOString(), // their clock may be ahead
      };
      return list(range, ({ customFields }) => customFields?.reference === reference, signal);
    },

    /** @returns the messages of one request, by row key. */
    group(groupId: string, signal?: AbortSignal): Promise<SolapiRows> {
      return list({ groupId }, (row) => row.groupId === groupId, signal);
    },
  };
}

type Ask = Pick<HttpRequest, 'method' | 'query' | 'json'> & { readonly path: string };

/** Signs each attempt anew, and once more by the server's clock when ours is off: that refusal looked at nothing else. */
export function createSolapiAsk(options: SolapiOptions) {
  const { baseUrl, http, policy, now, randomBytes } = options;

  return <S extends z.ZodType>(
    { path, ...request }: Ask,
    schema: S,
    call: { signal: AbortSignal | undefined; repeatable: boolean },
  ): Promise<z.output<S>> =>
    policy(async (signal) => {
      const attempt = (at: Date) => {
        const authorization = signSolapi(options, at, Buffer.from(randomBytes(16)).toString('hex'));
        return http({ provider, url: `${baseUrl}${path}`, headers: { authorization }, ...request }, signal);
      };
      const first = await attempt(now());
      const theirs = clockOf(first);
      return readJson(requireAccepted(theirs ? await attempt(theirs) : first), schema, provider);
    }, call);
}

function byKey(rows: readonly SolapiRow[]): SolapiRows {
  return new Map(rows.flatMap((row) => (row.customFields ? [[row.customFields.rowKey, row] as const] : [])));
}

/** `01012345678`: Solapi's spelling of a Korean number. */
export function toDomestic(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return phone.startsWith('+82') ? `0${digits.slice(2)}` : digits;
}
