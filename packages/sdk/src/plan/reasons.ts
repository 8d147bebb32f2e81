import { withParticle } from '../rates/particle.js';
import type { ConceptId, Cost, Prize } from '../schema/plan.js';
import type { MethodMix } from './method-mix.js';

interface Reasoned {
  readonly prizes: readonly Prize[];
  readonly cost: Cost;
  readonly mix: MethodMix;
}

/** Why a store would choose this concept, by what is in it. */
export function reasonOf(role: ConceptId, { prizes, cost, mix }: Reasoned): string {
  const [first, second] = prizes;
  if (!first) return '';
  switch (role) {
    case 'safe':
      return `작게 시작하는 안입니다. 비용은 ${cost.totalKrw.toLocaleString('ko')}원, 준비는 ${preparing(mix)}뿐입니다.`;
    case 'balanced':
      return second
        ? `${withParticle(first.name, '으로')} 눈길을 끌고 ${withParticle(second.name, '을')} ${second.quantity}명께 나누는 안입니다.`
        : `${withParticle(first.name, '을')} ${first.quantity}명께 고루 드리는 안입니다.`;
    case 'bold':
      return cost.mediaKrw > 0
        ? `${withParticle(first.name, '을')} 앞세우고 광고를 예산껏 넓히는 안입니다.`
        : `${withParticle(first.name, '을')} 앞세워 이야깃거리를 만드는 안입니다.`;
  }
}

function preparing({ inStore }: MethodMix): string {
  return inStore.id === 'visit_code' ? 'QR과 방문코드' : 'QR';
}
