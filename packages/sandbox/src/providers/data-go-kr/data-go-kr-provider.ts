import { credentials } from '../../credentials.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { Refusal, textResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { toSeoulDay } from '../../seoul-time.js';
import type { World } from '../../world.js';
import { answerFestivals } from './festivals.js';
import { answerForecast } from './forecast.js';
import { gatewayError } from './gateway.js';
import { answerStores } from './stores.js';

/** Of a development key, for each service. Somewhere between 1,000 and 10,000. */
const callsPerDay = 1_000;

/** The public data gateway: forecast, festivals and businesses nearby, each with its own odd form. */
export function createDataGoKrProvider(world: World): Provider {
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: /^\/1360000\/VilageFcstInfoService_2\.0\/getVilageFcst$/,
      handle: answerForecast(world),
    },
    { method: 'GET', path: /^\/B551011\/KorService2\/searchFestival2$/, handle: answerFestivals(world) },
    { method: 'GET', path: /^\/B553077\/api\/open\/sdsc2\/storeListInRadius$/, handle: answerStores(world) },
  ];

  return {
    name: 'data_go_kr',
    authenticate({ query }) {
      if (query.get('serviceKey') !== credentials.data_go_kr.DATA_GO_KR_SERVICE_KEY) {
        throw new Refusal(gatewayError('30'));
      }
      return 'key';
    },
    changesState: () => false,
    handle(request: AcceptedRequest) {
      const counted = `data.go.kr ${request.path} ${toSeoulDay(request.at)}`;
      if (world.nextNumber(counted) > callsPerDay) return gatewayError('22');
      return dispatch(routes, request, () => gatewayError('12'));
    },
    toErrorResponse: (status, reason) =>
      status < 500
        ? textResponse(status, 'text/plain;charset=UTF-8', reason)
        : textResponse(status, 'text/html', '<html><body>error</body></html>'),
  };
}
