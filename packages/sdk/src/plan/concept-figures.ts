import { channelNames } from '../rates/rate-words.js';
import { isTaxable, totalTaxPercent } from '../rules/prize-tax.js';
import type { Brief } from '../schema/brief.js';
import type { Concept, Figure } from '../schema/plan.js';
import type { Draft, Ground } from './concept.js';
import { entryFigures } from './entry-figures.js';
import { conceptNames, tierWords } from './figure-words.js';
import type { Knowledge } from './knowledge.js';
import type { Tier } from './media-mix.js';
import type { Input, Reckoned } from './reckoned.js';

/** Every sum of one concept, with its formula and what went into it, so that a person can reckon it again. */
export function conceptFigures(draft: Draft, ground: Ground): Figure[] {
  const { date } = ground.knowledge;
  const label = conceptNames[draft.concept.id];
  return [
    ...costFigures(draft, ground),
    ...entryFigures(draft, ground),
    ...outlookFigures(draft, ground),
    ...worthFigures(draft, ground),
  ].map(({ name, ...figure }) => ({ name: `${label} ${name}`, ...figure, source: reckoned, date }));
}

const reckoned = '계산';

function costFigures({ concept, bookings }: Draft, { knowledge }: Ground): Reckoned[] {
  const { cost, prizes, winners, reserves } = concept;
  const won = (name: string, value: number): Input => ({ name, value, unit: '원' });
  const parts = [
    won('경품', cost.prizeKrw),
    won('광고', cost.mediaKrw),
    won('안내', cost.messageKrw),
    won('AI', cost.aiKrw),
    ...(cost.taxKrw === undefined ? [] : [won('제세공과금', cost.taxKrw)]),
  ];
  return [
    {
      name: '경품 비용',
      value: cost.prizeKrw,
      unit: '원',
      formula: '경품마다 수량 × 준비 비용, 모두 더함',
      inputs: prizes.flatMap(({ name, quantity, costKrw }) => [
        { name: `${name} 수량`, value: quantity, unit: '개' },
        won(`${name} 준비 비용`, costKrw),
      ]),
    },
    {
      name: '광고 비용',
      value: cost.mediaKrw,
      unit: '원',
      formula: '채널마다 드는 돈을 더함',
      inputs: bookings.map(({ channel, costKrw }) => won(channelNames[channel], costKrw)),
    },
    {
      name: '안내 비용',
      value: cost.messageKrw,
      unit: '원',
      formula: '(당첨 + 예비) × 안내 단가',
      inputs: [
        { name: '당첨', value: winners, unit: '명' },
        { name: '예비', value: reserves, unit: '명' },
        won('안내 단가', knowledge.media.noticeKrw.high),
      ],
    },
    ...(cost.taxKrw === undefined ? [] : [taxFigure(concept, cost.taxKrw, knowledge.prizeTax)]),
    {
      name: '총비용',
      value: cost.totalKrw,
      unit: '원',
      formula: parts.map(({ name }) => name).join(' + '),
      inputs: parts,
    },
  ];
}

function taxFigure({ prizes }: Concept, taxKrw: number, law: Knowledge['prizeTax']): Reckoned {
  const kept = (100 - totalTaxPercent(law)) / 100;
  const taxed = prizes.filter((prize) => isTaxable(prize, law));
  return {
    name: '매장이 내는 제세공과금',
    value: taxKrw,
    unit: '원',
    formula: `과세되는 경품마다 수량 × (경품가 ÷ ${kept})에 매기는 세금, 10원 미만 버림`,
    inputs: taxed.map(({ name, valueKrw, quantity }) => ({
      name: `${name} ${quantity}개, 한 개`,
      value: valueKrw,
      unit: '원',
    })),
  };
}

function outlookFigures({ concept }: Draft, { trade }: Ground): Reckoned[] {
  const { outlook, expectedEntries, cost } = concept;
  if (!outlook) return [];
  const total: Input = { name: '총비용', value: cost.totalKrw, unit: '원' };
  const tiers: readonly Tier[] = ['low', 'mid', 'high'];
  return [
    ...tiers.map((tier) => ({
      name: `새 손님 ${tierWords[tier]}`,
      value: outlook.newCustomers[tier],
      unit: '명',
      formula: '예상 응모 × 처음 온 손님 비율, 소수점 버림',
      inputs: [
        { name: `예상 응모 ${tierWords[tier]}`, value: expectedEntries[tier], unit: '명' },
        { name: '처음 온 손님 비율', value: trade.newSharePercent.value, unit: '%' },
      ],
    })),
    ...(outlook.costPerNewCustomerKrw === undefined
      ? []
      : [
          {
            name: '새 손님 한 명에 드는 돈',
            value: outlook.costPerNewCustomerKrw,
            unit: '원',
            formula: '총비용 ÷ 새 손님(중간), 올림',
            inputs: [total, { name: '새 손님 중간', value: outlook.newCustomers.mid, unit: '명' }],
          },
        ]),
    {
      name: '본전이 되는 추가 매출',
      value: outlook.breakEvenSalesKrw,
      unit: '원',
      formula: '총비용 × 100 ÷ 100원 팔아 남는 돈, 올림',
      inputs: [total, { name: '100원 팔아 남는 돈', value: trade.marginPercent.value, unit: '원' }],
    },
    {
      name: '본전이 되는 추가 손님',
      value: outlook.breakEvenVisits,
      unit: '명',
      formula: '본전이 되는 추가 매출 ÷ 손님 한 명이 쓰는 돈, 올림',
      inputs: [
        { name: '본전이 되는 추가 매출', value: outlook.breakEvenSalesKrw, unit: '원' },
        { name: '손님 한 명이 쓰는 돈', value: trade.averageTicketKrw.value, unit: '원' },
      ],
    },
  ];
}

/** What the concepts are compared by. */
function worthFigures({ concept }: Draft, { brief, trade }: Ground): Reckoned[] {
  if (concept.worthKrw === undefined) return [];
  const wanted: Partial<Record<Brief['objective'], Input>> = {
    new_customer: { name: '처음 온 손님 비율', value: trade.newSharePercent.value, unit: '%' },
    revisit: { name: '다시 온 손님 비율', value: 100 - trade.newSharePercent.value, unit: '%' },
  };
  const share = wanted[brief.objective];
  return [
    {
      name: '첫 구매에서 비용을 빼고 남는 돈',
      value: concept.worthKrw,
      unit: '원',
      formula: `예상 응모 중간${share ? ` × ${share.name}` : ''} × 손님 한 명이 쓰는 돈 × 100원 팔아 남는 돈 ÷ 100 − 총비용, 반올림`,
      inputs: [
        { name: '예상 응모 중간', value: concept.expectedEntries.mid, unit: '명' },
        ...(share ? [share] : []),
        { name: '손님 한 명이 쓰는 돈', value: trade.averageTicketKrw.value, unit: '원' },
        { name: '100원 팔아 남는 돈', value: trade.marginPercent.value, unit: '원' },
        { name: '총비용', value: concept.cost.totalKrw, unit: '원' },
      ],
    },
  ];
}
