import type { Brief } from '../schema/brief.js';
import type { ConceptId, Plan } from '../schema/plan.js';
import { type Draft, draftConcept, type Ground } from './concept.js';
import { sampleRates } from './explore.js';
import { conceptNames } from './figure-words.js';
import { chanceOver } from './near.js';

export interface Choice {
  readonly chosen: ConceptId;
  readonly recommended: NonNullable<Plan['recommended']>;
}

/**
 * Which concept a plan goes on with: the one that was asked for, the one worth most, or, among those that may well be
 * worth most, the one that comes out best in one draw of what is not known: each as often as it is likely to be.
 *
 * @param random - 0 to 1, used to explore only
 */
export function choose(drafts: readonly Draft[], ground: Ground, random: () => number): Choice {
  const { brief } = ground;
  const worths = drafts.map(({ concept }) => ({ id: concept.id, worthKrw: concept.worthKrw ?? 0 }));
  const best = bestOf(worths);
  const near = nearOf(best, drafts, ground);
  const usual = { id: best.id, how: 'best', near, reason: reasonOf(best.worthKrw, brief) } as const;
  if (brief.concept === 'best') return { chosen: best.id, recommended: usual };
  if (brief.concept !== 'explore') return { chosen: brief.concept, recommended: usual };
  if (near.length === 1) {
    const reason = `${usual.reason} 다른 안은 더 나을 가능성이 낮거나 해 보는 값이 커서, 시험해 볼 것이 없습니다.`;
    return { chosen: best.id, recommended: { ...usual, reason } };
  }
  const { id } = bestOf(drawn(near, ground, random));
  const reason = triedReason(id, { near, worths });
  return { chosen: id, recommended: { id, how: 'explored', near, reason } };
}

/** Those that may well turn out to be worth more than the best, and of which little is lost if they do not. */
function nearOf(best: Worth, drafts: readonly Draft[], ground: Ground): ConceptId[] {
  const { nearEqualPercent, nearChancePercent } = ground.knowledge.learning;
  const leader = drafts.find(({ concept }) => concept.id === best.id);
  if (!leader) return [];
  const priceKrw = (leader.concept.cost.totalKrw * nearEqualPercent.value) / 100;
  return drafts
    .filter(
      (one) =>
        one === leader ||
        (best.worthKrw - (one.concept.worthKrw ?? 0) <= priceKrw &&
          chanceOver(one, leader, ground) >= nearChancePercent.value / 100),
    )
    .map(({ concept }) => concept.id);
}

/** What these concepts would be worth if the rates were as one draw of what is not known says. */
function drawn(ids: readonly ConceptId[], ground: Ground, random: () => number): Worth[] {
  const once = { ...ground, knowledge: sampleRates(ground.knowledge, random) };
  return ids.map((id) => ({ id, worthKrw: draftConcept(id, once).concept.worthKrw ?? 0 }));
}

interface Tried {
  readonly near: readonly ConceptId[];
  readonly worths: readonly Worth[];
}

/** What trying another is expected to cost is said in won, so that whoever would rather not can choose the best. */
function triedReason(id: ConceptId, { near, worths }: Tried): string {
  const names = near.map((one) => conceptNames[one]).join('·');
  const best = bestOf(worths);
  const lessKrw = best.worthKrw - (worths.find((one) => one.id === id)?.worthKrw ?? 0);
  const outcome =
    id === best.id
      ? `이번에는 셈으로도 가장 나은 ${conceptNames[id]}이 뽑혔습니다.`
      : `이번에는 ${conceptNames[id]}이 뽑혔습니다. 셈으로는 ${conceptNames[best.id]}이 ${lessKrw.toLocaleString('ko')}원 더 남지만, 해 보면 더 나은 쪽을 알게 됩니다.`;
  return `${names} 가운데 무엇이 가장 나을지 지금까지의 기록으로는 알 수 없어, 덜 해 본 안도 시험하도록 제비를 뽑았습니다. ${outcome}`;
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
