import type { Price } from '../providers/price.js';
import { isTaxable, type PrizeTaxLaw, storeTaxKrw, totalTaxPercent } from '../rules/prize-tax.js';
import type { MessageKind } from '../schema/notice.js';
import type { Concept, Figure, Prize } from '../schema/plan.js';
import type { Report } from '../schema/report.js';
import type { Return } from './return-of.js';
import type { Uplift } from './uplift.js';

interface FiguresInput {
  readonly concept: Concept;
  /** Prizes that went out. */
  readonly handed: readonly Prize[];
  readonly law: PrizeTaxLaw & { readonly readOn: string };
  readonly costKrw: Report['costKrw'];
  readonly messages: Report['messages'];
  readonly price: ((kind: MessageKind) => Price) | undefined;
  readonly margin: Figure;
  /** Day of the report. */
  readonly day: string;
  readonly uplift: Uplift | undefined;
  readonly left: Return | undefined;
  readonly source: string | undefined;
}

/** The numbers behind a report with where each came from. */
export function figuresOf({
  concept,
  handed,
  law,
  costKrw,
  messages,
  price,
  margin,
  day,
  uplift,
  left,
  source = '',
}: FiguresInput): Figure[] {
  const figure = (name: string, value: number, unit: string, from: string): Figure => {
    return { name, value, unit, source: from, date: day };
  };
  const always = [
    figure('예상 응모', concept.expectedEntries.mid, '명', concept.expectedEntries.basis),
    spentFigure(costKrw, day),
    ...(costKrw.tax === undefined ? [] : [taxFigure(costKrw.tax, handed, law)]),
    ...messages.map((message) => messageFigure(message, { day, price })),
  ];
  if (!uplift || !left) return always;
  const { baseline, campaignDays } = uplift;
  return [
    ...always,
    margin,
    figure(
      '비교한 지난 날',
      baseline.days,
      '일',
      `${source}, 시작 전 ${baseline.widened ? '4~8주' : '4주'} 같은 요일`,
    ),
    figure('이벤트 날', campaignDays, '일', `${source}, 매출이 있는 날`),
    figure('하루 매출의 흔들림', percent(Math.sqrt(baseline.variance)), '%', '요일 평균에서 벗어난 정도'),
    figure('자유도', baseline.degrees, '', '비교한 날 − 요일 수'),
    figure('남은 돈 (낮음)', left.lowKrw, '원', '늘어난 매출 95% 범위 × 공헌이익률 − 쓴 돈'),
    figure('남은 돈 (높음)', left.highKrw, '원', '늘어난 매출 95% 범위 × 공헌이익률 − 쓴 돈'),
  ];
}

/** Labour is not in it: nobody told us. */
function spentFigure({ prize, media, message, ai, tax, total }: Report['costKrw'], day: string): Figure {
  const parts = [
    ['경품', prize],
    ['매체', media],
    ['안내·인증 메시지', message],
    ['AI', ai],
    ...(tax === undefined ? [] : [['제세공과금', tax] as const]),
  ] as const;
  return {
    name: '쓴 돈',
    value: total,
    unit: '원',
    source: '원장에 적힌 돈과 경품값, 인건비는 넣지 않음',
    date: day,
    formula: parts.map(([name]) => name).join(' + '),
    inputs: parts.map(([name, value]) => ({ name, value, unit: '원' })),
  };
}

/** What the store pays is part of the prize, so tax is due on both together. */
function taxFigure(taxKrw: number, handed: readonly Prize[], law: FiguresInput['law']): Figure {
  const taxed = handed.filter((prize) => isTaxable(prize, law));
  return {
    name: '매장이 낸 제세공과금',
    value: taxKrw,
    unit: '원',
    source: '소득세와 지방소득세 (세무 안내, 확인 필요)',
    date: law.readOn,
    formula: `과세되는 경품마다 수량 × (경품가 ÷ ${(100 - totalTaxPercent(law)) / 100})에 매기는 세금, 10원 미만 버림`,
    inputs: taxed.flatMap(({ name, quantity, valueKrw }) => [
      { name: `${name} 수량`, value: quantity, unit: '개' },
      { name: `${name} 경품가`, value: valueKrw, unit: '원' },
      { name: `${name} 한 개의 세금`, value: storeTaxKrw(valueKrw, law), unit: '원' },
    ]),
  };
}

const purposes = { winner: '당첨 안내', reminder: '확인 기한 안내', code: '인증번호' } as const;
const kinds = { alimtalk: '알림톡', sms: 'SMS', lms: 'LMS' } as const;

/** A price of the day on which it was read: list prices change. */
function messageFigure(
  { purpose, kind, count, costKrw }: Report['messages'][number],
  { day, price }: Pick<FiguresInput, 'day' | 'price'>,
): Figure {
  const name = `${purposes[purpose]} ${kind ? kinds[kind] : '문자'}`;
  const unit = kind && price?.(kind);
  const of = unit
    ? `${count}건 × ${unit.value}원, ${unit.source}`
    : `${count}건, 보낼 때의 요금으로 원장에 적힌 합계`;
  return { name, value: costKrw, unit: '원', source: of, date: unit?.date ?? day };
}

function percent(share: number): number {
  return Math.round(share * 1_000) / 10;
}
