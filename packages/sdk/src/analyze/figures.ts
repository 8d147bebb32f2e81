import type { Price } from '../providers/price.js';
import type { MessageKind } from '../schema/notice.js';
import type { Concept, Figure } from '../schema/plan.js';
import type { Report } from '../schema/report.js';
import type { Return } from './return-of.js';
import type { Uplift } from './uplift.js';

interface FiguresInput {
  readonly concept: Concept;
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
    figure('쓴 돈', costKrw.total, '원', '경품 + 매체 + 안내·인증 메시지 + AI, 인건비는 넣지 않음'),
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
