import type { Limits } from './diagnose-options.js';
import { type Diagnosis, fine, note, warn } from './diagnosis.js';
import type { Endpoint } from './endpoint.js';
import { toKtEventError } from './errors/index.js';
import type { Http } from './http/http.js';
import { type OutsideService, outsideServices } from './outside-services.js';
import type { ProviderSettings } from './provider-settings.js';
import { withTimeout } from './resilience/with-timeout.js';
import { dayOf } from './schema/seoul-time.js';

interface Outside {
  readonly settings: ProviderSettings;
  readonly http: Http;
  readonly offline: boolean;
  readonly now: Date;
}

export async function diagnoseProviders(outside: Outside, limits: Limits): Promise<Diagnosis[]> {
  const answers = await Promise.all(outsideServices.map((service) => serviceOf(service, outside, limits)));
  const date = answers.map(({ date }) => date).find((one) => one !== undefined);
  return [
    ...answers.map(({ found }) => found),
    ...clockOf(date, outside, limits),
    ...legacyOf(outside, limits),
  ];
}

interface Answer {
  readonly found: Diagnosis;
  /** What the clock of a live provider says. */
  readonly date?: string | undefined;
}

const modes = {
  local: ['이 컴퓨터', 'local'],
  sandbox: ['연습용', 'sandbox'],
  live: ['실제', 'live'],
} as const;

async function serviceOf(
  { id: provider, name, endpointOf, variables, without }: OutsideService,
  { settings, http, offline }: Outside,
  { reachTimeoutMs: timeoutMs }: Limits,
): Promise<Answer> {
  const id = `provider.${provider}`;
  const endpoint = endpointOf(settings);
  if (!endpoint) {
    const hint = [`쓰려면 ${variables}를 넣으세요`, `To use it set ${variables}`] as const;
    return {
      found: note(id, `${name}: 키가 없습니다. ${without[0]}`, `${name}: no key, so ${without[1]}`, hint),
    };
  }
  const [ko, en] = modes[endpoint.mode];
  const known = [`${name}: ${ko}, 키 있음`, `${name}: ${en}, has a key`] as const;
  if (offline) return { found: fine(id, ...known) };
  return reach({ id, provider, known, endpoint }, http, timeoutMs);
}

interface Reached {
  readonly id: string;
  readonly provider: string;
  readonly known: readonly [ko: string, en: string];
  readonly endpoint: Endpoint;
}

/** No key goes along, so any answer will do. */
async function reach(
  { id, provider, known: [ko, en], endpoint: { baseUrl, mode } }: Reached,
  http: Http,
  timeoutMs: number,
): Promise<Answer> {
  try {
    const request = { provider, method: 'GET', url: baseUrl } as const;
    const { headers } = await withTimeout((signal) => http(request, signal), { name: provider, timeoutMs });
    const found = fine(
      id,
      `${ko}, 연결됨 (키가 맞는지는 보지 않음)`,
      `${en}, can be reached (whether the key is good was not tried)`,
    );
    return { found, date: mode === 'live' ? headers['date'] : undefined };
  } catch (error) {
    const { code } = toKtEventError(error);
    const hint = ['네트워크와 방화벽, 주소를 확인하세요', 'Look at network, firewall and address'] as const;
    return { found: warn(id, `${ko}, 연결되지 않음 (${code})`, `${en}, cannot be reached (${code})`, hint) };
  }
}

function clockOf(date: string | undefined, { now }: Outside, { mostSkewS }: Limits): Diagnosis[] {
  if (date === undefined || Number.isNaN(Date.parse(date))) return [];
  const skewS = Math.round((now.getTime() - Date.parse(date)) / 1_000);
  if (Math.abs(skewS) <= mostSkewS) return [fine('clock', '컴퓨터 시계가 맞습니다', 'The clock is right')];
  return [
    warn(
      'clock',
      `컴퓨터 시계가 ${Math.abs(skewS)}초 ${skewS > 0 ? '빠릅니다' : '느립니다'}`,
      `The clock is ${Math.abs(skewS)} s ${skewS > 0 ? 'fast' : 'slow'}`,
      [
        '시각 자동 맞춤(NTP)을 켜세요. 마감과 추첨 시각이 달라집니다',
        'Switch NTP on: closing and drawing depend on it',
      ],
    ),
  ];
}

function legacyOf(
  { settings: { naver }, now }: Outside,
  { naverLegacy: { warnFrom, endsOn } }: Limits,
): Diagnosis[] {
  if (naver?.console !== 'legacy' || dayOf(now) < warnFrom) return [];
  return [
    warn(
      'naver-legacy',
      `네이버 개발자센터의 키는 ${endsOn}까지만 됩니다`,
      `Keys of developers.naver.com end on ${endsOn}`,
      [
        '네이버 클라우드 API HUB에서 NAVER_HUB_KEY_ID, NAVER_HUB_KEY를 새로 받으세요',
        'Get NAVER_HUB_KEY_ID and NAVER_HUB_KEY from the API HUB of NAVER Cloud',
      ],
    ),
  ];
}
