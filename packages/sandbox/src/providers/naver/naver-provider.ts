import type { AcceptedRequest, Provider } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { toSeoulDay } from '../../seoul-time.js';
import type { World } from '../../world.js';
import { toGatewayError } from '../ncp-gateway.js';
import { searchBlogs } from './blog-search.js';
import { checkNaverKeys, toLegacyError } from './naver-keys.js';
import { readTrendRequest } from './trend-request.js';
import { createTrendResults } from './trend-series.js';

const trendCallsPerDay = 1_000;

function toHostError(
  request: AcceptedRequest,
  status: number,
  message: string,
  code: string,
): SandboxResponse {
  return request.principal === 'hub' ? toGatewayError(status, message) : toLegacyError(status, message, code);
}

function createTrendAnswer({ seed, nextNumber }: World): (request: AcceptedRequest) => SandboxResponse {
  return (request) => {
    if (nextNumber(`naver trend ${toSeoulDay(request.at)}`) > trendCallsPerDay) {
      return request.principal === 'hub'
        ? toGatewayError(429, 'Quota Exceeded', '400')
        : toLegacyError(429, 'Query limit exceeded (쿼리 한도를 초과했습니다.)', '010');
    }
    const trend = readTrendRequest(readJsonBody(request));
    if (!trend || readContentType(request) !== 'application/json') {
      return toHostError(request, 400, 'Invalid request', 'SE01');
    }
    const { startDate, endDate, timeUnit } = trend;
    return jsonResponse(200, { startDate, endDate, timeUnit, results: createTrendResults(seed, trend) });
  };
}

function createSearchAnswer({ seed }: World): (request: AcceptedRequest) => SandboxResponse {
  return (request) => {
    const found = searchBlogs(seed, request.query, request.at);
    return typeof found === 'string'
      ? toHostError(request, 400, 'Incorrect query request', found)
      : jsonResponse(200, found);
  };
}

/** API HUB and the legacy host together: search trend and blog search. */
export function createNaverProvider(world: World): Provider {
  const answerTrend = createTrendAnswer(world);
  const answerSearch = createSearchAnswer(world);
  const routes: readonly Route[] = [
    { method: 'POST', path: /^\/search-trend\/v1\/search$/, handle: answerTrend },
    { method: 'POST', path: /^\/v1\/datalab\/search$/, handle: answerTrend },
    { method: 'GET', path: /^\/search\/v1\/blog$/, handle: answerSearch },
    { method: 'GET', path: /^\/v1\/search\/blog\.json$/, handle: answerSearch },
  ];

  return {
    name: 'naver',
    authenticate: checkNaverKeys,
    changesState: () => false,
    handle: (request) =>
      dispatch(routes, request, () => toHostError(request, 404, 'API does not exist', 'SE05')),
    toErrorResponse: toGatewayError,
  };
}
