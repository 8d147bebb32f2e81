import type { JsonRecord } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { seededBytes } from '../../seeded.js';
import { toSeoulDay } from '../../seoul-time.js';
import type { World } from '../../world.js';
import { gatewayError, pageOf, requireParameters, serviceError } from './gateway.js';

const dayMs = 86_400_000;
const provinces: Readonly<Record<string, string>> = {
  '11': '서울특별시 마포구',
  '26': '부산광역시 해운대구',
  '27': '대구광역시 중구',
  '28': '인천광역시 중구',
  '29': '광주광역시 동구',
  '30': '대전광역시 유성구',
  '31': '울산광역시 남구',
  '41': '경기도 수원시 팔달구',
  '43': '충청북도 청주시 상당구',
  '44': '충청남도 공주시',
  '46': '전라남도 여수시',
  '47': '경상북도 경주시',
  '48': '경상남도 진주시',
  '50': '제주특별자치도 서귀포시',
  '51': '강원특별자치도 강릉시',
  '52': '전북특별자치도 전주시 완산구',
};
const themes = ['빛', '먹거리', '겨울 꽃', '거리 공연', '나눔 장터'];

const compact = (instantMs: number) => new Date(instantMs).toISOString().slice(0, 10).replaceAll('-', '');

/** Festivals that are not over on a day. Every number is a text, one hit is no list, and none is an empty text. */
export function answerFestivals({ seed }: World) {
  return ({ query, at }: AcceptedRequest): SandboxResponse => {
    requireParameters(query, ['MobileOS', 'MobileApp', 'eventStartDate']);
    if (query.get('_type') !== 'json') return gatewayError('99'); // the service speaks XML to whoever does not ask
    const from = query.get('eventStartDate') ?? '';
    if (!/^\d{8}$/.test(from)) return serviceError('10');
    const code = query.get('lDongRegnCd');
    const rows = listFestivals(seed, toSeoulDay(at))
      .filter((row) => String(row['eventenddate']) >= from)
      .filter((row) => code === null || row['lDongRegnCd'] === code);
    const { rows: found, ...counts } = pageOf(rows, query);
    const header = { resultCode: '0000', resultMsg: 'OK' };
    return jsonResponse(200, { response: { header, body: { items: toItems(found), ...counts } } });
  };
}

function toItems(rows: readonly JsonRecord[]): unknown {
  if (rows.length === 0) return '';
  return { item: rows.length === 1 ? rows[0] : rows };
}

/** Around the given day, a few in each province and one alone in one of them. */
function listFestivals(seed: string, today: string): JsonRecord[] {
  return Object.entries(provinces).flatMap(([code, place]) =>
    themes.slice(0, code === '31' ? 1 : themes.length).map((theme, index) => {
      const [shift = 0, length = 0] = seededBytes(seed, 'festival', code, index);
      const start = Date.parse(today) + ((shift % 40) - 10) * dayMs;
      const [province = '', district = ''] = place.split(' ');
      return {
        contentid: String(2_000_000 + Number(code) * 10 + index),
        title: `${district} ${theme} 축제 (샌드박스)`,
        addr1: `${province} ${place.split(' ').slice(1).join(' ')} 축제로 ${index + 1}`,
        eventstartdate: compact(start),
        eventenddate: compact(start + (2 + (length % 12)) * dayMs),
        firstimage: '',
        mapx: '127.0',
        mapy: '37.5',
        lDongRegnCd: code,
      };
    }),
  );
}
