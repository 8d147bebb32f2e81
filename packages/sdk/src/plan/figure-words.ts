import type { ConceptId } from '../schema/plan.js';
import type { Tier } from './media-mix.js';

/** What figures call things. Figures are in Korean, as the sources are. */
export const conceptNames: Readonly<Record<ConceptId, string>> = {
  safe: '안정형',
  balanced: '균형형',
  bold: '도전형',
};

/** Between a pessimist and an optimist. */
export const tierWords: Readonly<Record<Tier, string>> = { low: '낮음', mid: '중간', high: '높음' };
