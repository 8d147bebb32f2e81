import { z } from 'zod';
import { dayOf } from '../../schema/seoul-time.js';
import type { TrendData } from '../trend-data.js';
import type { TrendSource } from '../trend-source.js';
import { askPublicData, countSchema, type PublicDataOptions } from './public-data.js';

const path = 'B553077/api/open/sdsc2/storeListInRadius';

const shopSchema = z.object({
  indsLclsCd: z.string().catch(''),
  indsMclsCd: z.string().catch(''),
  indsSclsCd: z.string().catch(''),
  indsMclsNm: z.string().catch(''),
  indsSclsNm: z.string().catch(''),
});
type Shop = z.output<typeof shopSchema>;
const bodySchema = z.object({ items: z.array(shopSchema), totalCount: countSchema });

interface Neighbours {
  readonly shops: readonly Shop[];
  readonly total: number;
}

type SemasOptions = PublicDataOptions & { readonly districts: TrendData['districts'] };

/** How many shops the register of small businesses counts around a store, and how many of its own trade. */
export function createSemasDistrict({ districts, ...options }: SemasOptions): TrendSource {
  const { mode } = options;
  return {
    id: 'semas',
    mode,
    storable: true,
    blindTo: ({ place }) => (place?.exact ? undefined : 'no_place'),
    async tell({ place, industry, now }, remember) {
      if (!place) return [];
      const point = { lat: round(place.lat), lon: round(place.lon) };
      const { shops, total } = await remember(`${point.lat},${point.lon}`, (signal) =>
        shopsAround(options, { ...districts, ...point }, signal),
      );
      if (shops.length === 0) return [];
      const same = shops.filter((shop) => isOf(shop, districts.trades[industry])).length;
      const counted = total > shops.length ? ` (가까운 등록 ${shops.length}곳까지만 셌습니다)` : '';
      return [
        {
          kind: 'district',
          text: `매장 반경 ${districts.radiusM}m에 등록된 가게 ${total}곳, 그중 같은 업종 ${same}곳입니다${counted}. 등록 자료는 두 달쯤 늦습니다`,
          source: '소상공인시장진흥공단 상가정보',
          date: dayOf(now),
          confidence: counted ? 'low' : 'medium',
          mode,
        },
      ];
    },
  };
}

/** About a hundred metres: neighbours see the same streets, and share an answer. */
const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000;

interface Circle {
  readonly radiusM: number;
  readonly mostRows: number;
  readonly lat: number;
  readonly lon: number;
}

async function shopsAround(
  options: PublicDataOptions,
  { radiusM, mostRows, lat, lon }: Circle,
  signal: AbortSignal,
): Promise<Neighbours> {
  const query = {
    radius: String(radiusM),
    cx: String(lon),
    cy: String(lat),
    type: 'json',
    numOfRows: String(mostRows),
    pageNo: '1',
  };
  const body = await askPublicData(options, { provider: 'semas', path, query, schema: bodySchema }, signal);
  return { shops: body?.items ?? [], total: Math.max(body?.totalCount ?? 0, body?.items.length ?? 0) };
}

function isOf(
  shop: Shop,
  { codes, names }: TrendData['districts']['trades'][keyof TrendData['districts']['trades']],
): boolean {
  const own = [shop.indsLclsCd, shop.indsMclsCd, shop.indsSclsCd];
  if (codes.some((code) => own.some((one) => one.startsWith(code)))) return true;
  return names.some((name) => shop.indsSclsNm.includes(name) || shop.indsMclsNm === name);
}
