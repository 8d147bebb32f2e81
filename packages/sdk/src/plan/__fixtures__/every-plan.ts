import { type Brief, briefInputSchema } from '../../schema/brief.js';
import { parseInput } from '../../schema/parse.js';
import { addDays, instantOfDay } from '../../schema/seoul-time.js';
import type { Knowledge } from '../knowledge.js';
import type { BaseRow, Season } from '../knowledge-schema.js';

export interface Case {
  readonly row: BaseRow;
  readonly season: Season;
  readonly brief: Brief;
  /** Day on which it is planned: as early as the season can be prepared for. */
  readonly today: string;
}

/** First days of the seasons around 2027, as a calendar on the wall shows them. Seoul for the cherries. */
const firstDays: Readonly<Record<string, string>> = {
  new_year: '2026-12-26',
  seollal: '2027-01-24',
  valentine: '2027-02-08',
  graduation_entrance: '2027-02-15',
  white_day: '2027-03-08',
  cherry_blossom: '2027-04-01',
  children_day: '2027-04-25',
  parents_teachers: '2027-05-06',
  boknal: '2027-07-13',
  summer_vacation: '2027-07-31',
  chuseok: '2027-09-01',
  halloween: '2027-10-10',
  pepero: '2027-11-01',
  suneung: '2027-11-12',
  christmas: '2027-12-01',
  year_end: '2027-12-24',
};

const storeNames: Readonly<Record<string, string>> = {
  cafe: '카페 온도',
  restaurant: '소문난 국밥',
  salon: '머리결 미용실',
  gym: '튼튼 헬스장',
  academy: '생각 학원',
  convenience: '우리 편의점',
  florist: '봄날 꽃집',
  bakery: '새벽빵집',
  apparel: '옷장 속',
  nail: '손끝 네일',
  clinic: '온도 의원',
  pet: '발바닥',
};

/** Every trade with every objective in every season: one plan for each. */
export function everyPlan({ base, seasons }: Knowledge): Case[] {
  return base.flatMap((row) => seasons.map((season) => toCase(row, season)));
}

function toCase(row: BaseRow, season: Season): Case {
  const start = firstDays[season.id] ?? '';
  const end = addDays(start, 6);
  const firstCome = row.selection === 'first_come';
  const brief = {
    version: 1,
    name: `${season.ko} 이벤트`,
    store: {
      name: storeNames[row.industry],
      industry: row.industry,
      region: '서울 마포구',
      phone: '02-1234-5678',
    },
    objective: row.objective,
    budgetKrw: 200_000,
    period: { start, end },
    entry: firstCome
      ? { mechanic: 'first_come', stock: 30 }
      : { mechanic: 'lottery', winners: 10, visitBonus: 2 },
    channels: ['instagram', 'naver_blog', 'kakao_channel'],
    ...(!firstCome && { draw: { at: instantOfDay(addDays(end, 1), '12:00:00') } }),
  };
  return {
    row,
    season,
    brief: parseInput(briefInputSchema, brief, 'brief'),
    today: addDays(start, -Math.min(season.leadDays, 7)),
  };
}
