import { channelNames } from '../rates/rate-words.js';
import { isTaxable, prizeTaxKrw } from '../rules/prize-tax.js';
import type { Figure } from '../schema/plan.js';
import type { Draft, Ground } from './concept.js';
import { conceptFigures } from './concept-figures.js';
import { visitsIn } from './expected-entries.js';
import type { Prior } from './knowledge-schema.js';
import type { Booking, Tier } from './media-mix.js';

/** Every number a plan shows, with where it comes from. The same number is listed once. */
export function figuresOf(drafts: readonly Draft[], ground: Ground): Figure[] {
  const all = [
    ...groundFigures(ground),
    ...drafts.flatMap((draft) => [...draftFigures(draft, ground), ...conceptFigures(draft, ground)]),
  ];
  return all.filter(
    (figure, index) =>
      all.findIndex(({ name, value }) => name === figure.name && value === figure.value) === index,
  );
}

const tierNames: Readonly<Record<Tier, string>> = { low: '작게', mid: '보통', high: '크게' };

function groundFigures({ brief, days, trade, weeklyVisits, knowledge, schedule }: Ground): Figure[] {
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

function draftFigures({ concept, mix, bookings }: Draft, { knowledge }: Ground): Figure[] {
  const { date } = knowledge;
  const { inStore } = mix;
  return [
    ...range(
      `응모율 (${inStore.ko})`,
      { ...inStore.ratePct, unit: '%', source: `경험값 (${inStore.provenance})` },
      date,
    ),
    ...bookings.flatMap((booking) => bookingFigures(booking, date)),
    ...concept.prizes.flatMap((prize) => {
      const known = knowledge.prizes.some(({ id }) => id.replaceAll('_', '-') === prize.id);
      const source = known ? '업종 경험 가격, 확인 필요' : '기획 요청';
      const tax = {
        name: `${prize.name} 제세공과금`,
        value: prizeTaxKrw(prize.valueKrw, knowledge.prizeTax),
        unit: '원',
        source: '소득세 20% + 지방소득세 10%, 10원 미만 버림 (세무 안내, 확인 필요)',
        date,
      };
      return [
        { name: `${prize.name} 시중 가격`, value: prize.valueKrw, unit: '원', source, date },
        { name: `${prize.name} 준비 비용`, value: prize.costKrw, unit: '원', source, date },
        ...(isTaxable(prize, knowledge.prizeTax) ? [tax] : []),
      ];
    }),
  ];
}

function bookingFigures({ channel, tier, medium, costKrw, audience }: Booking, date: string): Figure[] {
  const source = (prior: Prior) => `${prior.source}${medium.per === 'month' ? ', 일수로 나눔(가정)' : ''}`;
  return [
    {
      name: `${channelNames[channel]} 비용 (${tierNames[tier]})`,
      value: costKrw,
      unit: '원',
      source: source(medium.costKrw),
      date,
    },
    {
      name: `${channelNames[channel]} 노출 (${tierNames[tier]})`,
      value: audience,
      unit: medium.audience.unit.replace('/월', ''),
      source: source(medium.audience),
      date,
    },
    ...range(`${channelNames[channel]} 반응률`, medium.responsePct, date),
  ];
}

function range(name: string, prior: Prior, date: string): Figure[] {
  const levels = { 낮음: prior.low, 중간: prior.mid, 높음: prior.high };
  return Object.entries(levels).map(([level, value]) => ({
    name: `${name} ${level}`,
    value,
    ...described(prior),
    date,
  }));
}

function described({ unit, source }: Prior): Pick<Figure, 'unit' | 'source'> {
  return { unit, source };
}
