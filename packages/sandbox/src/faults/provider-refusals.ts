import type { Provider } from '../provider.js';
import type { ProviderName } from '../provider-name.js';
import { gatewayError } from '../providers/data-go-kr/gateway.js';
import { graphErrors, toGraphError } from '../providers/instagram/graph-error.js';
import { toGatewayError } from '../providers/ncp-gateway.js';
import { toOpenaiError } from '../providers/openai/openai-error.js';
import { toSolapiError } from '../providers/solapi/solapi-error.js';
import { jsonResponse, type SandboxResponse } from '../response.js';

type Refusals = Partial<Record<ProviderName, () => SandboxResponse>>;

/** The daily limit of data.go.kr. */
export const publicDataLimit = () => gatewayError('22');

const quotas: Refusals = {
  anthropic: () => {
    const details = { error_code: 'enforced_spend_limit_reached' };
    const error = { type: 'rate_limit_error', message: 'The spend limit is reached.', details };
    return jsonResponse(429, { type: 'error', error, request_id: 'req_sbx_quota' });
  },
  openai: () => toOpenaiError(429, 'You exceeded your current quota.', null, 'insufficient_quota'),
  stability: () =>
    jsonResponse(402, { id: 'quota', name: 'payment_required', errors: ['You lack sufficient credits.'] }),
  instagram: () => toGraphError(graphErrors.dailyLimit),
  naver: () => toGatewayError(429, 'Quota Exceeded', '400'),
  clova: () => toGatewayError(429, 'Quota Exceeded', '400'),
  /** [M] for 402. */
  solapi: () => toSolapiError(402, 'NotEnoughBalance', '잔액이 부족합니다.'),
  nts: publicDataLimit,
  data_go_kr: publicDataLimit,
};

/** An allowance used up: 429 without a time where the provider has no words of its own for it. */
export function quotaResponse({ name, toErrorResponse }: Provider): SandboxResponse {
  return quotas[name]?.() ?? toErrorResponse(429, 'the quota is used up');
}

const expirations: Refusals = {
  instagram: () => toGraphError(graphErrors.tokenExpired),
  solapi: () => toSolapiError(403, 'InvalidAPIKey', 'API Key가 유효하지 않습니다.'),
  nts: () => jsonResponse(401, { code: -4, msg: '등록되지 않은 인증키 입니다.' }),
  data_go_kr: () => gatewayError('31'),
};

export function expiredResponse({ name, toErrorResponse }: Provider): SandboxResponse {
  return expirations[name]?.() ?? toErrorResponse(401, 'the token has expired');
}

/** The provider's error under 200: the status says that all is well. */
export function bodyErrorResponse({ name, toErrorResponse }: Provider): SandboxResponse {
  if (name === 'openai') {
    const error = { code: 'server_error', message: 'The model failed.' };
    return jsonResponse(200, { id: 'resp_failed', object: 'response', status: 'failed', error, output: [] });
  }
  return { ...toErrorResponse(400, 'the stand-in was told to fail'), status: 200 };
}
