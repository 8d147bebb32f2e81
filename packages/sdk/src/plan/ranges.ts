import type { Figure } from '../schema/plan.js';
import type { Prior } from './knowledge-schema.js';

/** A prior as three figures. */
export function range(name: string, prior: Prior, date: string): Figure[] {
  const levels = { 낮음: prior.low, 중간: prior.mid, 높음: prior.high };
  return Object.entries(levels).map(([level, value]) => ({
    name: `${name} ${level}`,
    value,
    ...described(prior),
    date,
  }));
}

export function described({ unit, source }: Prior): Pick<Figure, 'unit' | 'source'> {
  return { unit, source };
}
