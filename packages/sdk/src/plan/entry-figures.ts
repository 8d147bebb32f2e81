import type { PercentRange } from '../rates/belief.js';
import { channelNames } from '../rates/rate-words.js';
import type { Draft, Ground } from './concept.js';
import { visitsIn } from './expected-entries.js';
import { tierWords } from './figure-words.js';
import type { Tier } from './media-mix.js';
import type { Input, Reckoned } from './reckoned.js';

/** The middle is a product; its range is not the product of the ranges, since not all of them are low at once. */
export function entryFigures(draft: Draft, ground: Ground): Reckoned[] {
  const { expectedEntries } = draft.concept;
  return [
    {
      name: '예상 응모 중간',
      value: expectedEntries.mid,
      unit: '명',
      formula:
        '기간 방문 × 알아보는 비율 × 응모율 + 채널마다 노출 × 반응률 × 응모 페이지 응모율' +
        (stockOf(ground) === undefined ? '' : ', 준비 수량까지'),
      inputs: [...peopleOf(draft, ground), ...ratesOf(draft, ground, ['mid']), ...stockInput(ground)],
    },
    ...(['low', 'high'] as const).map((tier) => rangeEnd(tier, draft, ground)),
  ];
}

function rangeEnd(tier: 'low' | 'high', draft: Draft, ground: Ground): Reckoned {
  const { expectedEntries } = draft.concept;
  return {
    name: `예상 응모 ${tierWords[tier]}`,
    value: expectedEntries[tier],
    unit: '명',
    formula:
      `이벤트 열 번 중 한 번만 이보다 ${tier === 'low' ? '적은' : '많은'} 수. 비율마다 낮음~높음의 폭, ` +
      '이벤트마다의 흔들림(한 이벤트 손님들의 닮음), 우연을 더한 감마 분포의 끝',
    inputs: [
      { name: '예상 응모 중간', value: expectedEntries.mid, unit: '명' },
      ...ratesOf(draft, ground, ['low', 'high']),
      {
        name: '한 이벤트 손님들의 닮음',
        value: ground.knowledge.learning.campaignCorrelation.value,
        unit: '',
      },
      ...stockInput(ground),
    ],
  };
}

function peopleOf({ bookings }: Draft, { weeklyVisits, days, knowledge }: Ground): Input[] {
  return [
    { name: '기간 방문', value: visitsIn(weeklyVisits, days), unit: '명' },
    { name: '알아보는 비율', value: knowledge.media.exposurePct.mid, unit: '%' },
    ...bookings.map(({ channel, audience, medium }) => ({
      name: `${channelNames[channel]} 노출`,
      value: audience,
      unit: audienceUnit(medium.audience.unit),
    })),
  ];
}

function ratesOf({ mix, bookings }: Draft, { knowledge }: Ground, tiers: readonly Tier[]): Input[] {
  const rate = (name: string, range: PercentRange): Input[] =>
    tiers.map((tier) => ({ name: `${name} ${tierWords[tier]}`, value: range[tier], unit: '%' }));
  return [
    ...rate(`${mix.inStore.ko} 응모율`, mix.inStore.ratePct),
    ...bookings.flatMap(({ channel, medium }) => [
      ...rate(`${channelNames[channel]} 반응률`, medium.responsePct),
      ...rate(`${channelNames[channel]} 응모율`, medium.landingRatePct ?? knowledge.media.landingRatePct),
    ]),
  ];
}

function stockInput(ground: Ground): Input[] {
  const stock = stockOf(ground);
  return stock === undefined ? [] : [{ name: '준비 수량', value: stock, unit: '개' }];
}

function stockOf({ brief: { entry } }: Ground): number | undefined {
  return entry.mechanic === 'first_come' ? entry.stock : undefined;
}

/** `회 노출/월` as `회 노출`: it was charged by the day already. */
export function audienceUnit(unit: string): string {
  return unit.replace('/월', '');
}
