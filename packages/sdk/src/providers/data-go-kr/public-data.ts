import { z } from 'zod';
import { AuthError, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { parseAnswer } from '../../schema/parse.js';
import type { ProviderOptions } from '../provider-options.js';

export interface PublicDataOptions extends ProviderOptions {
  /** The decoded key: it is encoded here, once. Encoding it twice is the usual cause of "not registered". */
  readonly serviceKey: string;
}

interface PublicDataRequest<S extends z.ZodType> {
  /** Name of the service, for errors. */
  readonly provider: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of what lies beside the header. */
  readonly schema: S;
}

/**
 * Asks one service of data.go.kr. Undefined: it has no data for this question.
 *
 * @throws AuthError `AUTH_002` for a key that is unknown, over, or not registered for this service.
 * @throws ProviderError `PROVIDER_001` for a question it refuses and a used-up allowance, `PROVIDER_004` for what is no
 * answer, `PROVIDER_006` for a failure of its own.
 */
export async function askPublicData<S extends z.ZodType>(
  { baseUrl, serviceKey, http, policy }: PublicDataOptions,
  { provider, path, query, schema }: PublicDataRequest<S>,
  signal: AbortSignal,
): Promise<z.output<S> | undefined> {
  const url = `${baseUrl}/${path}`;
  const request = { provider, method: 'GET', url, query: { serviceKey, ...query } } as const;
  return policy(async (signal) => readPublicData(await http(request, signal), schema, provider), {
    signal,
    repeatable: true,
  });
}

const headerSchema = z.object({ resultCode: z.string() });
/** Some services wrap their answers in `response`. The gateway's own complaint may come as JSON, too. */
const envelopeSchema = z
  .union([
    z.object({ cmmMsgHeader: z.object({ returnReasonCode: z.coerce.string() }) }),
    z.object({ response: z.object({ header: headerSchema, body: z.unknown().optional() }) }),
    z.object({ header: headerSchema, body: z.unknown().optional() }),
  ])
  .transform((answer) => {
    if ('cmmMsgHeader' in answer) return { code: answer.cmmMsgHeader.returnReasonCode, body: undefined };
    const { header, body } = 'response' in answer ? answer.response : answer;
    return { code: header.resultCode, body };
  });

/** Reads the body as text first: a refusal comes as XML under 200, whatever was asked for. */
export function readPublicData<S extends z.ZodType>(
  response: HttpResponse,
  schema: S,
  provider: string,
): z.output<S> | undefined {
  requireOk(response, provider);
  const text = new TextDecoder().decode(response.bytes).trimStart();
  const { code, body } = text.startsWith('<')
    ? { code: reasonIn(text, provider), body: undefined }
    : readJson(response, envelopeSchema, provider);
  if (code === noData) return undefined;
  if (!/^0+$/.test(code)) throw failureOf(code, provider);
  return parseAnswer(schema, body, provider);
}

const noData = '03';

function reasonIn(xml: string, provider: string): string {
  const code = /<returnReasonCode>(\d{1,3})<\/returnReasonCode>/.exec(xml)?.[1];
  if (code !== undefined && !/^0+$/.test(code)) return code;
  throw new ProviderError('PROVIDER_004', { provider, reason: 'XML or HTML instead of JSON' });
}

/** Source: the gateway's own table of codes, read 2026-11-20. */
const keyRefused = new Set(['20', '21', '30', '31', '32', '33']);
const passing = new Set(['01', '02', '04', '05', '99']);
const allowanceUsedUp = '22';

function failureOf(code: string, provider: string): AuthError | ProviderError {
  if (keyRefused.has(code)) return new AuthError('AUTH_002', { provider, status: `code ${code}` });
  if (passing.has(code)) return new ProviderError('PROVIDER_006', { provider, reason: `code ${code}` });
  const reason = code === allowanceUsedUp ? '하루 호출 한도를 다 썼습니다 (22)' : `code ${code}`;
  return new ProviderError('PROVIDER_001', { provider, reason });
}

/** A list that may be a single object, or an empty text when there is none. */
export function oneOrMany<S extends z.ZodType>(row: S) {
  return z.union([
    z.literal('').transform((): z.output<S>[] => []),
    z
      .object({ item: z.union([z.array(row), row.transform((one) => [one])]) })
      .transform(({ item }) => item as z.output<S>[]),
  ]);
}

/** Counts come as numbers or as texts. */
export const countSchema = z.coerce.number().int().nonnegative();
