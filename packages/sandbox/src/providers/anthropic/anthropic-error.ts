import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { seededHex } from '../../seeded.js';

const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'conflict_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

export function toAnthropicError(status: number, message: string): SandboxResponse {
  const requestId = `req_sbx_${seededHex(16, status, message)}`;
  const error = { type: types[status] ?? 'api_error', message };
  return jsonResponse(status, { type: 'error', error, request_id: requestId }, { 'request-id': requestId });
}

export function refuseAnthropic(status: number, message: string): never {
  throw new Refusal(toAnthropicError(status, message));
}
