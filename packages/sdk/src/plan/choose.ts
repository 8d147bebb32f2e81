import type { Brief } from '../schema/brief.js';
import type { ConceptId, Plan } from '../schema/plan.js';
import { type Draft, draftConcept, type Ground } from './concept.js';
import { sampleRates } from './explore.js';
import { conceptNames } from './figure-words.js';

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
  const { brief, knowledge } = ground;
  const worths = drafts.map(({ concept }) => ({ id: concept.id, worthKrw: concept.worthKrw ?? 0 }));
  const best = bestOf(worths);
  const margin = (Math.abs(best.worthKrw) * knowledge.learning.nearEqualPercent.value) / 100;
  const near = worths.filter(({ worthKrw }) => worthKrw >= best.worthKrw - margin).map(({ id }) => id);
  const usual = { id: best.id, how: 'best', near, reason: reasonOf(best.worthKrw, brief) } as const;
  if (brief.concept === 'best') return { chosen: best.id, recommended: usual };
  if (brief.concept !== 'explore') return { chosen: brief.concept, recommended: usual };
  if (near.length === 1) {
    const reason = `${usual.reason} 다른 안과 차이가 커서 시험해 볼 것이 없습니다.`;
    return { chosen: best.id, recommended: { ...usual, reason } };
  }
  const { id } = bestOf(drawn(near, ground, random));
  return { chosen: id, recommended: { id, how: 'explored', near, reason: triedReason(id, best.id, near) } };
}

/** What these concepts would be worth if the rates were as one draw of what is not known says. */
function drawn(ids: readonly ConceptId[], ground: Ground, random: () => number): Worth[] {
  const once = { ...ground, knowledge: sampleRates(ground.knowledge, random) };
  return ids.map((id) => ({ id, worthKrw: draftConcept(id, once).concept.worthKrw ?? 0 }));
}

function triedReason(id: ConceptId, best: ConceptId, near: readonly ConceptId[]): string {
  const names = near.map((one) => conceptNames[one]).join('·');
  const outcome =
    id === best
      ? `이번에는 셈으로도 가장 나은 ${conceptNames[id]}이 뽑혔습니다.`
      : `이번에는 ${conceptNames[id]}이 뽑혔습니다. 셈으로는 ${conceptNames[best]}이 조금 낫습니다.`;
  return `${names}은 남는 돈이 비슷해, 덜 해 본 안도 시험하도록 제비를 뽑았습니다. ${outcome}`;
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
    ? `${who}이 처음 한 번 살 때 남는 돈에서 비용을 빼면 세 안 중 가장 많이 남습니다(예상 ${won}원).`
    : `${who}이 처음 한 번 살 때 남는 돈만으로는 비용에 모자라지만, 세 안 중 가장 적게 모자랍니다(예상 ${won}원).`;
}
