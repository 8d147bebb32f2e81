import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';

const faults: Readonly<Record<number, readonly [type: string, code: string | null]>> = {
  400: ['invalid_request_error', null],
  401: ['invalid_request_error', 'invalid_api_key'],
  404: ['invalid_request_error', 'not_found'],
  429: ['requests', 'rate_limit_exceeded'],
  503: ['server_error', 'server_is_overloaded'],
};

export function toOpenaiError(
  status: number,
  message: string,
  param: string | null = null,
  code?: string,
): SandboxResponse {
  const [type, usualCode] = faults[status] ?? ['server_error', 'server_error'];
  return jsonResponse(status, { error: { message, type, param, code: code ?? usualCode } });
}

export function refuseOpenai(
  status: number,
  message: string,
  param: string | null = null,
  code?: string,
): never {
  throw new Refusal(toOpenaiError(status, message, param, code));
}
