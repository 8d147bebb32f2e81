import { jsonResponse, type SandboxResponse } from '../response.js';

/** Gateway codes of NAVER Cloud by HTTP status, for what no product of its own refuses. */
const codes: Readonly<Record<number, string>> = {
  400: '100',
  401: '200',
  404: '300',
  413: '430',
  429: '410',
  503: '500',
  504: '510',
};

/** The error body of the NAVER Cloud API gateway, shared by API HUB and CLOVA Voice. */
export function toGatewayError(
  status: number,
  message: string,
  errorCode: string = codes[status] ?? '900',
): SandboxResponse {
  return jsonResponse(status, { error: { errorCode, message, details: message } });
}
