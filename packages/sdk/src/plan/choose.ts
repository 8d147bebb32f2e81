import type { Brief } from '../schema/brief.js';
import type { ConceptId, Plan } from '../schema/plan.js';
import { type Draft, draftConcept, type Ground } from './concept.js';
import { sampleRates } from './explore.js';

export interface Choice {
  readonly chosen: ConceptId;
  readonly recommended: NonNullable<Plan['recommended']>;
}

/**
 * Which concept a plan goes on with: the one that was asked for, the one worth most, or, among those worth nearly as
 * much, the one that comes out best in one draw of what is not known.
 *
 * @param random - 0 to 1, used to explore only
 */
export function choose(drafts: readonly Draft[], ground: Ground, random: () => number): Choice {
  const { brief } = ground;
  const best = bestOf(drafts.map(({ concept }) => ({ id: concept.id, worthKrw: concept.worthKrw ?? 0 })));
  const recommended = { id: best.id, reason: reasonOf(best.worthKrw, brief) };
  if (brief.concept === 'best') return { chosen: best.id, recommended };
  if (brief.concept !== 'explore') return { chosen: brief.concept, recommended };
  const margin = (Math.abs(best.worthKrw) * ground.knowledge.learning.nearEqualPercent.value) / 100;
  const near = drafts.filter(({ concept: { worthKrw = 0 } }) => worthKrw >= best.worthKrw - margin);
  const drawn = { ...ground, knowledge: sampleRates(ground.knowledge, random) };
  const chances = near.map(({ concept: { id } }) => ({
    id,
    worthKrw: draftConcept(id, drawn).concept.worthKrw ?? 0,
  }));
  return { chosen: bestOf(chances).id, recommended };
}

interface Worth {
  readonly id: ConceptId;
  readonly worthKrw: number;
}

function bestOf(worths: readonly Worth[]): Worth {
  return worths.reduce((best, one) => (one.worthKrw > best.worthKrw ? one : best));
}

const wanted: Readonly<Partial<Record<Brief['objective'], string>>> = {
  new_customer: '처음 오는 분',
  revisit: '다시 오는 분',
};

function reasonOf(worthKrw: number, { objective }: Brief): string {
  const who = wanted[objective] ?? '응모한 분';
  const won = Math.abs(worthKrw).toLocaleString('ko');
  return worthKrw >= 0
    ? `${who}이 한 번 살 때 남는 돈에서 드는 돈을 빼면 세 안 중 가장 많습니다(약 ${won}원, 업종 경험값으로 셈).`
    : `${who}이 한 번 살 때 남는 돈으로는 드는 돈을 다 채우지 못하지만 세 안 중 모자람이 가장 적습니다(약 ${won}원, 업종 경험값으로 셈).`;
}
