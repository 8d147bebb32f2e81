import type { JsonRecord } from '../../json.js';
import { jsonResponse, Refusal, type SandboxResponse, textResponse } from '../../response.js';

/** What the gateway says in front of every service, whatever form was asked for. */
const gatewayWords: Readonly<Record<string, string>> = {
  '22': 'LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR',
  '30': 'SERVICE_KEY_IS_NOT_REGISTERED_ERROR',
  '31': 'DEADLINE_HAS_EXPIRED_ERROR',
  '99': 'UNKNOWN_ERROR',
};

/** HTTP 200 and XML even when JSON was asked for: nothing but the body tells that it is an error. */
export function gatewayError(code: string): SandboxResponse {
  const words = gatewayWords[code] ?? 'UNKNOWN_ERROR';
  const header = `<errMsg>SERVICE ERROR</errMsg><returnAuthMsg>${words}</returnAuthMsg><returnReasonCode>${code}</returnReasonCode>`;
  const xml = `<OpenAPI_ServiceResponse><cmmMsgHeader>${header}</cmmMsgHeader></OpenAPI_ServiceResponse>`;
  return textResponse(200, 'text/xml;charset=UTF-8', xml);
}

const serviceWords: Readonly<Record<string, string>> = {
  '03': 'NO_DATA',
  '10': 'INVALID_REQUEST_PARAMETER_ERROR',
  '11': 'NO_MANDATORY_REQUEST_PARAMETERS_ERROR',
};

/** A service's own complaint, in the header that its answers have. Some wrap it in `response`, some do not. */
export function serviceError(code: string, wrapped = true): SandboxResponse {
  const header = { resultCode: code, resultMsg: serviceWords[code] ?? 'APPLICATION_ERROR' };
  return jsonResponse(200, wrapped ? { response: { header } } : { header });
}

export interface Page {
  readonly rows: readonly JsonRecord[];
  readonly pageNo: number;
  readonly numOfRows: number;
  readonly totalCount: number;
}

/** The page that was asked for. Refuses a size or a number that the services refuse. */
export function pageOf(rows: readonly JsonRecord[], query: URLSearchParams, wrapped = true): Page {
  const read = (name: string, fallback: number) => Number(query.get(name) ?? fallback);
  const [pageNo, numOfRows] = [read('pageNo', 1), read('numOfRows', 10)];
  const sensible = Number.isInteger(pageNo) && pageNo >= 1 && Number.isInteger(numOfRows);
  if (!sensible || numOfRows < 1 || numOfRows > mostRows) throw new Refusal(serviceError('10', wrapped));
  const first = (pageNo - 1) * numOfRows;
  return { rows: rows.slice(first, first + numOfRows), pageNo, numOfRows, totalCount: rows.length };
}

/** Our own strictness: no service publishes its limit, and none was seen to refuse 1,000. */
const mostRows = 1_000;

/** Refuses a request without a parameter that the service cannot do without. */
export function requireParameters(query: URLSearchParams, names: readonly string[], wrapped = true): void {
  if (names.some((name) => !query.get(name))) throw new Refusal(serviceError('11', wrapped));
}
