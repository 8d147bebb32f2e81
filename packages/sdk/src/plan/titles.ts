import type { Brief } from '../schema/brief.js';
import type { ConceptId, Prize } from '../schema/plan.js';
import type { Knowledge } from './knowledge.js';
import type { Season } from './knowledge-schema.js';

interface TitleInput {
  readonly brief: Brief;
  readonly season: Season | undefined;
  readonly prizes: readonly Prize[];
  readonly winners: number;
}

/** What an ordinary week has to say. */
const occasions: Readonly<Record<Brief['objective'], string>> = {
  new_customer: '첫 만남 감사',
  revisit: '단골 감사',
  sales_uplift: '이웃 손님 감사',
  awareness: '동네 이웃',
  review_ugc: '손님 이야기 감사',
};

/**
 * Title of a concept. It promises what the campaign has and nothing else: the season hooks of practice name goods and
 * games that are not in it. The campaign keeps the name its owner gave it.
 */
export function titleOf(role: ConceptId, input: TitleInput, knowledge: Knowledge): string {
  const { brief, season, prizes, winners } = input;
  const lottery = brief.entry.mechanic === 'lottery';
  switch (role) {
    case 'safe':
      return `${lottery ? '추첨' : '선착순'} ${winners}명께 ${prizes[0]?.name}`;
    case 'balanced': {
      if (prizes[0]?.valueKrw === 0) return `${prizes[0].name}, ${winners}명을 모십니다`;
      const occasion = season && knowledge.seasonNames[season.id];
      return `${occasion ?? occasions[brief.objective]} ${lottery ? '행운 추첨' : '선착순 선물'}`;
    }
    case 'bold':
      return invitation(prizes[0], winners, lottery);
  }
}

/** What costs nothing is no prize to win: people are asked in. */
function invitation(prize: Prize | undefined, winners: number, lottery: boolean): string {
  if (prize?.valueKrw === 0) return `${prize.name}에 초대합니다`;
  return lottery ? `${prize?.name} 주인공을 찾습니다` : `먼저 오시는 ${winners}명께 ${prize?.name}`;
}
