import { reservesFor } from '../rules/fairness.js';
import type { Figure } from '../schema/plan.js';
import type { Ground } from './concept.js';
import { visitsIn } from './expected-entries.js';
import { piecesOf } from './prize-mix.js';
import { priceBandsOf } from './prize-shape.js';
import { described, range } from './ranges.js';

/** What all concepts of a plan rest on. */
export function groundFigures(ground: Ground): Figure[] {
  return [...tradeFigures(ground), ...promiseFigures(ground), ...boundFigures(ground)];
}

function tradeFigures({ brief, days, trade, weeklyVisits, knowledge }: Ground): Figure[] {
  const { media, date } = knowledge;
  const given = { source: '기획 요청', date: brief.period.start };
  return [
    { name: '총예산', value: brief.budgetKrw, unit: '원', ...given },
    { name: '응모 기간', value: days, unit: '일', ...given },
    { name: '주간 방문', unit: '명', ...trade.weeklyVisits },
    { name: '손님 한 명이 쓰는 돈', unit: '원', ...trade.averageTicketKrw },
    { name: '100원 팔아 남는 돈', unit: '원', ...trade.marginPercent },
    { name: '처음 온 손님 비율', unit: '%', ...trade.newSharePercent },
    {
      name: '기간 방문',
      value: visitsIn(weeklyVisits, days),
      unit: '명',
      formula: '주간 방문 × 일수 ÷ 7, 반올림',
      inputs: [
        { name: '주간 방문', value: weeklyVisits, unit: '명' },
        { name: '응모 기간', value: days, unit: '일' },
      ],
      source: '계산',
      date,
    },
    { name: '이벤트를 알아보는 손님', value: media.exposurePct.mid, ...described(media.exposurePct), date },
    ...range('응모 페이지를 연 사람의 응모율', media.landingRatePct, date),
    { name: '안내 단가', value: media.noticeKrw.high, ...described(media.noticeKrw), date },
  ];
}

function promiseFigures({ brief, knowledge, schedule }: Ground): Figure[] {
  const { date } = knowledge;
  const { entry } = brief;
  const given = { source: '기획 요청', date: brief.period.start };
  const winners = piecesOf(brief);
  return [
    { name: entry.mechanic === 'lottery' ? '당첨' : '준비 수량', value: winners, unit: '명', ...given },
    ...(entry.mechanic === 'lottery' ? [reservesFigure(entry, { winners, date, given })] : []),
    {
      name: '수령 기한',
      value: Math.round((Date.parse(schedule.claimUntil) - Date.parse(schedule.announceAt)) / 86_400_000),
      unit: '일',
      source: '제품 기준: 3~14일 중 7일',
      date,
    },
    {
      name: '응모 정보 보관',
      value: Math.round((Date.parse(schedule.deleteAt) - Date.parse(schedule.announceAt)) / 86_400_000),
      unit: '일',
      source: '제품 기준: 발표 뒤 30일, 개인정보보호법 §21',
      date,
    },
  ];
}

interface Given {
  readonly winners: number;
  readonly date: string;
  readonly given: Pick<Figure, 'source' | 'date'>;
}

function reservesFigure(
  { reserves }: { readonly reserves?: number | undefined },
  { winners, date, given }: Given,
): Figure {
  if (reserves !== undefined) return { name: '예비', value: reserves, unit: '명', ...given };
  return {
    name: '예비',
    value: reservesFor(winners),
    unit: '명',
    formula: '당첨의 30%, 올림, 적어도 3명',
    inputs: [{ name: '당첨', value: winners, unit: '명' }],
    source: '제품 기준: 연락이 닿지 않는 분이 흔합니다',
    date,
  };
}

/** What concepts are held against: how near is near, and which prizes a shop of this trade gives. */
function boundFigures({ brief, knowledge }: Ground): Figure[] {
  const { learning, prizeShapes } = knowledge;
  const { low, manyHigh, largeHigh } = priceBandsOf(brief, knowledge);
  const shape = { source: prizeShapes.source, date: prizeShapes.date };
  const { entriesPerLarge } = prizeShapes.objectives[brief.objective];
  return [
    {
      name: '시험해 볼 안의 차이, 많아야 비용의',
      value: learning.nearEqualPercent.value,
      unit: '%',
      source: learning.nearEqualPercent.source,
      date: learning.date,
    },
    {
      name: '시험해 볼 안이 더 나을 가능성, 적어도',
      value: learning.nearChancePercent.value,
      unit: '%',
      source: learning.nearChancePercent.source,
      date: learning.date,
    },
    {
      name: '한 이벤트 손님들의 닮음',
      value: learning.campaignCorrelation.value,
      unit: '',
      source: learning.campaignCorrelation.source,
      date: learning.date,
    },
    { name: '경품 하나의 값, 적어도', value: low, unit: '원', ...shape },
    { name: '큰 경품으로 보는 값, 이보다 비싸면', value: manyHigh, unit: '원', ...shape },
    { name: '경품 하나의 값, 많아야', value: largeHigh, unit: '원', ...shape },
    { name: '큰 경품 하나에 필요한 예상 응모', value: entriesPerLarge, unit: '명', ...shape },
  ];
}
