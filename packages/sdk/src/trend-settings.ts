import { type Endpoint, parseEndpoint } from './endpoint.js';
import { type Read, readGroup } from './environment.js';
import type { NaverConsole } from './providers/naver-trend/naver-trend.js';

export interface TrendSettings {
  /** What people search for. */
  readonly naver?: Endpoint & { readonly console: NaverConsole; readonly id: string; readonly key: string };
  /** The gateway of public data: forecast, festivals, shops nearby. One key, registered for each of them. */
  readonly publicData?: Endpoint & {
    /** Decoded. */
    readonly serviceKey: string;
  };
}

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  hub: 'https://naverapihub.apigw.ntruss.com',
  legacy: 'https://openapi.naver.com',
  publicData: 'https://apis.data.go.kr',
} as const;

/**
 * The new console's key before the old one's, where there are both.
 *
 * @throws AuthError `AUTH_001` for half a key; UserError `USER_001` for an address that cannot be one
 */
export function readTrendSettings(read: Read): TrendSettings {
  const serviceKey = read('DATA_GO_KR_SERVICE_KEY');
  const variable = 'DATA_GO_KR_BASE_URL';
  return {
    ...readNaver(read),
    ...(serviceKey !== undefined && {
      publicData: { ...parseEndpoint(read(variable) ?? defaults.publicData, variable), serviceKey },
    }),
  };
}

function readNaver(read: Read): Pick<TrendSettings, 'naver'> {
  const endpoint = (console: NaverConsole) =>
    parseEndpoint(read('NAVER_BASE_URL') ?? defaults[console], 'NAVER_BASE_URL');
  const hub = readGroup(read, 'Naver API HUB', ['NAVER_HUB_KEY_ID', 'NAVER_HUB_KEY']);
  if (hub) {
    const keys = { id: hub('NAVER_HUB_KEY_ID'), key: hub('NAVER_HUB_KEY') };
    return { naver: { ...endpoint('hub'), console: 'hub', ...keys } };
  }
  const legacy = readGroup(read, 'Naver', ['NAVER_CLIENT_ID', 'NAVER_CLIENT_SECRET']);
  if (!legacy) return {};
  const keys = { id: legacy('NAVER_CLIENT_ID'), key: legacy('NAVER_CLIENT_SECRET') };
  return { naver: { ...endpoint('legacy'), console: 'legacy', ...keys } };
}
