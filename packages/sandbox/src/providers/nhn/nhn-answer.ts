import type { JsonRecord } from '../../json.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';

const words: Readonly<Record<string, string>> = {
  '0': 'SUCCESS',
  '-1000': 'Invalid appKey.',
  '-1001': 'Invalid secretKey.',
  '-1003': 'The sender number is not registered.',
  '-1005': "The same 'X-NC-API-IDEMPOTENCY-KEY' was used within the last 10 minute.",
  '-1027': 'The sender is blocked status.',
  '-1031': 'All of receivers are failed to send.',
  '-2017': 'Not exist plus friend.',
  '-3003': 'Not exist template.',
  '-3004': 'Template parameter is invalid.',
  '-3301': 'The recipient has unsubscribed.',
  '-4003': 'Search is possible within 31 days.',
  '-4011': 'Not found recipientList.',
  '-4029': 'Targeting M and N are not enabled.',
  '-4103': 'RequestId or startRequestDate/endRequestDate is invalid.',
  '-5000': 'RecipientNo is invalid.',
  '-8008': 'The content has a banned word.',
  '-9996': 'Only application/json Content-type is supported.',
  '-9998': 'Not exist API',
};

export function wordsOf(resultCode: number): string {
  return words[String(resultCode)] ?? 'Client Error.';
}

/** HTTP 200 whatever the result, as NHN Cloud answers; the result stands in the header of the body. */
export function nhnAnswer(
  resultCode: number,
  body: JsonRecord = {},
  resultMessage?: string,
): SandboxResponse {
  const header = {
    resultCode,
    resultMessage: resultMessage ?? wordsOf(resultCode),
    isSuccessful: resultCode === 0,
  };
  return jsonResponse(200, { header, ...body });
}

export function refuseNhn(resultCode: number, resultMessage?: string): never {
  throw new Refusal(nhnAnswer(resultCode, {}, resultMessage));
}
