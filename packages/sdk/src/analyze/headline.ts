import type { Bilingual } from '../errors/index.js';
import type { Return } from './return-of.js';
import type { Uplift } from './uplift.js';

interface HeadlineInput {
  readonly rehearsal: boolean;
  readonly entries: number;
  readonly spentKrw: number;
  readonly sales: 'absent' | 'too_few' | { readonly uplift: Uplift; readonly left: Return };
}

/** The report in one sentence. It says what is known and never more. */
export function headlineOf({ rehearsal, ...input }: HeadlineInput): Bilingual {
  const { ko, en } = sentenceOf(input);
  return rehearsal ? { ko: `[연습] ${ko}`, en: `[Rehearsal] ${en}` } : { ko, en };
}

function sentenceOf({ entries, spentKrw, sales }: Omit<HeadlineInput, 'rehearsal'>): Bilingual {
  const known = {
    ko: `응모 ${count(entries)}명, 쓴 돈 ${count(spentKrw)}원.`,
    en: `${count(entries)} entries, ${count(spentKrw)} KRW spent.`,
  };
  if (sales === 'absent') {
    return {
      ko: `${known.ko} 남은 돈(ROI)을 알려면 매출 CSV가 필요합니다.`,
      en: `${known.en} Return needs a sales CSV.`,
    };
  }
  if (sales === 'too_few') {
    return {
      ko: `${known.ko} 견줄 지난 매출이 모자라 효과를 계산하지 못했습니다.`,
      en: `${known.en} Too few earlier sales to measure the effect.`,
    };
  }
  const { uplift, left } = sales;
  const range = `${count(left.lowKrw)}~${count(left.highKrw)}`;
  return uplift.value.proven
    ? {
        ko: `이번 이벤트로 남은 돈 ${count(left.contributionKrw)}원 (범위 ${range}원)`,
        en: `This event left ${count(left.contributionKrw)} KRW (range ${range} KRW)`,
      }
    : {
        ko: `이번 이벤트 효과를 확인할 수 없습니다 (표본 부족). 남은 돈의 범위 ${range}원`,
        en: `The effect cannot be told from chance (too few data). Money left: ${range} KRW`,
      };
}

function count(value: number): string {
  return value.toLocaleString('ko');
}
