import type { JsonRecord } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { seededBytes } from '../../seeded.js';
import type { World } from '../../world.js';
import { gatewayError, pageOf, requireParameters, serviceError } from './gateway.js';

const mostRadius = 2_000;

/** Trades as the register calls them: large, middle and small class. The codes of the first four are the real ones. */
const trades: readonly (readonly [code: string, large: string, middle: string, small: string])[] = [
  ['I21201', '음식', '비알코올', '카페'],
  ['I21001', '음식', '기타 간이', '빵/도넛'],
  ['I20101', '음식', '한식', '국수/칼국수'],
  ['S20701', '수리·개인', '이용·미용', '미용실'],
  ['G20405', '소매', '종합 소매', '편의점'],
  ['G21901', '소매', '기타 상품', '꽃집'],
  ['S20702', '수리·개인', '이용·미용', '네일숍'],
  ['R10311', '예술·스포츠', '스포츠 서비스', '헬스장'],
];

/** Businesses within a radius of a point. */
export function answerStores({ seed }: World) {
  return ({ query }: AcceptedRequest): SandboxResponse => {
    requireParameters(query, ['radius', 'cx', 'cy'], false);
    if (query.get('type') !== 'json') return gatewayError('99'); // the service speaks XML to whoever does not ask
    const [radius, lat, lon] = [
      Number(query.get('radius')),
      Number(query.get('cy')),
      Number(query.get('cx')),
    ];
    if (!(radius > 0 && radius <= mostRadius) || !isInKorea(lat, lon)) return serviceError('10', false);
    const rows = listStores(seed, { radius, lat, lon });
    if (rows.length === 0) return serviceError('03', false);
    const { rows: items, ...counts } = pageOf(rows, query, false);
    const header = { resultCode: '00', resultMsg: 'NORMAL SERVICE', columns: [] };
    return jsonResponse(200, { header, body: { items, ...counts } });
  };
}

const isInKorea = (lat: number, lon: number): boolean => lat > 33 && lat < 39 && lon > 124 && lon < 132;

interface Circle {
  readonly radius: number;
  readonly lat: number;
  readonly lon: number;
}

/** Fewer where the circle is smaller, and none far out at sea. */
function listStores(seed: string, { radius, lat, lon }: Circle): JsonRecord[] {
  if (lon > 130) return [];
  const place = `${lat.toFixed(3)} ${lon.toFixed(3)}`;
  const most = 20 + (seededBytes(seed, 'district', place)[0] ?? 0);
  return Array.from({ length: Math.ceil((most * radius) / 500) }, (_, index) => {
    const [pick = 0] = seededBytes(seed, 'district', place, index);
    const [code, large, middle, small] = trades[pick % trades.length] ?? trades[0] ?? ['', '', '', ''];
    return {
      bizesId: `MA01SANDBOX${String(index).padStart(6, '0')}`,
      bizesNm: `샌드박스 ${small} ${index + 1}`,
      indsLclsCd: code.slice(0, 2),
      indsLclsNm: large,
      indsMclsCd: code.slice(0, 4),
      indsMclsNm: middle,
      indsSclsCd: code,
      indsSclsNm: small,
      adongNm: '샌드박스동',
      lnoAdr: '',
      rdnmAdr: '',
      lon,
      lat,
    };
  });
}
