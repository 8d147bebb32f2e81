import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';

export function toSolapiError(status: number, errorCode: string, errorMessage: string): SandboxResponse {
  return jsonResponse(status, { errorCode, errorMessage });
}

export function refuseSolapi(status: number, errorCode: string, errorMessage: string): never {
  throw new Refusal(toSolapiError(status, errorCode, errorMessage));
}

export function refuseValidation(errorMessage: string): never {
  return refuseSolapi(400, 'ValidationError', errorMessage);
}
