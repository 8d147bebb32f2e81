import { credentials } from '../../credentials.js';
import type { SandboxRequest } from '../../provider.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { toGatewayError } from '../ncp-gateway.js';

/** The two hosts have disjoint paths, so one prefix can stand for both. */
export type NaverHost = 'hub' | 'legacy';

function toNaverHost(path: string): NaverHost {
  return path.startsWith('/v1/') ? 'legacy' : 'hub';
}

export function toLegacyError(status: number, errorMessage: string, errorCode = 'SE99'): SandboxResponse {
  return jsonResponse(status, { errorMessage, errorCode });
}

function checkLegacyKeys({ headers }: SandboxRequest): void {
  const { NAVER_HUB_KEY_ID, NAVER_CLIENT_ID, NAVER_CLIENT_SECRET } = credentials.naver;
  const id = headers['x-naver-client-id'];
  if (id === NAVER_HUB_KEY_ID) {
    throw new Refusal(toLegacyError(401, 'Scopes are Empty', '024'));
  }
  if (id !== NAVER_CLIENT_ID || headers['x-naver-client-secret'] !== NAVER_CLIENT_SECRET) {
    throw new Refusal(toLegacyError(401, 'Authentication failed (인증에 실패했습니다.)', '024'));
  }
}

function checkHubKeys({ headers }: SandboxRequest): void {
  const { NAVER_HUB_KEY_ID, NAVER_HUB_KEY } = credentials.naver;
  const id = headers['x-ncp-apigw-api-key-id'];
  if (id === undefined) {
    throw new Refusal(toGatewayError(401, 'Authentication information are missing.'));
  }
  if (id !== NAVER_HUB_KEY_ID || headers['x-ncp-apigw-api-key'] !== NAVER_HUB_KEY) {
    throw new Refusal(toGatewayError(401, 'Authentication Failed'));
  }
}

/** Each host knows its own headers only; keys of the other are refused as there. */
export function checkNaverKeys(request: SandboxRequest): NaverHost {
  const host = toNaverHost(request.path);
  if (host === 'legacy') {
    checkLegacyKeys(request);
  } else {
    checkHubKeys(request);
  }
  return host;
}
