import { findWord } from '../rules/words.js';
import type { Brief } from '../schema/brief.js';
import type { ConceptId, Prize } from '../schema/plan.js';
import type { Knowledge } from './knowledge.js';
import type { BaseRow, Season } from './knowledge-schema.js';

/** Words that promise a mechanic or an offer this campaign does not have. */
const otherOffers = [
  ...[
    '룰렛',
    '스탬프',
    '도장',
    '스크래치',
    '투표',
    '퀴즈',
    '영수증',
    '즉석',
    '출석',
    '공모',
    '사진',
    '챌린지',
  ],
  ...[
    '1+1',
    '무료',
    '할인',
    '체험',
    '후기',
    '예약',
    '진단',
    '등록',
    '동반',
    '쿠폰',
    '특강',
    '세트',
    '코드',
    '월드컵',
  ],
  ...[
    '뽑기',
    '인증',
    '태그',
    '자리',
    ' 명',
    '마리',
    '증정',
    '첫 방문',
    '더하기',
    '토핑',
    '하나 더',
    '한 잔',
    '꽝',
    '만들기',
  ],
];

interface TitleInput {
  readonly brief: Brief;
  readonly base: BaseRow;
  readonly season: Season | undefined;
  readonly prizes: readonly Prize[];
  readonly winners: number;
}

/** Title of a concept. The campaign keeps the name its owner gave it. */
export function titleOf(role: ConceptId, input: TitleInput, knowledge: Knowledge): string {
  const { brief, season, prizes, winners } = input;
  const drawn = brief.entry.mechanic === 'lottery' ? '추첨' : '선착순';
  const prize = prizes[0]?.name ?? '선물';
  if (role === 'safe') return `${prize}, ${drawn} ${winners}명`;
  if (role === 'balanced') return themeOf(input, knowledge) ?? `이웃 손님 감사 ${drawn}`;
  return `${season ? `${season.ko} ` : ''}${prize} 주인공을 찾습니다`;
}

function themeOf({ brief, base, season }: TitleInput, { seasonHooks }: Knowledge): string | undefined {
  const drawn = brief.entry.mechanic === 'lottery' ? '행운 추첨' : '선착순 선물';
  if (season) {
    const hook = seasonHooks[season.id]?.[brief.store.industry];
    return hook && !findWord(hook, otherOffers) ? hook : `${season.ko} ${drawn}`;
  }
  return base.selection === brief.entry.mechanic && !findWord(base.title, otherOffers)
    ? base.title
    : undefined;
}
