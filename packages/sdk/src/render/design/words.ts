import type { WordsRole } from './template-schema.js';

/** Everything a design may say. Every text is data: it may hold anything and is drawn as it is; an empty one is left out. */
export interface Words extends Readonly<Record<WordsRole, string>> {
  readonly prizes: readonly string[];
  readonly steps: readonly string[];
  readonly notices: readonly string[];
}

/** Names beside the facts. */
export const factNames = {
  prize: '경품',
  period: '기간',
  odds: '당첨',
  place: '매장',
  badge: '방식',
} as const;

/** Every text, for finding what cannot be drawn. */
export function textsOf({ prizes, steps, notices, ...single }: Words): string[] {
  return [...Object.values<string>(single), ...prizes, ...steps, ...notices];
}
