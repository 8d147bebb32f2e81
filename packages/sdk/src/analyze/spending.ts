import type { Notice } from '../schema/notice.js';
import type { Prize } from '../schema/plan.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';
import type { CodeCosts } from './message-costs.js';

interface SpendingInput {
  readonly prizes: readonly Prize[];
  /** Prizes handed out, or to be: one per winner. */
  readonly winners: number;
  readonly publications: readonly Publication[];
  readonly notices: readonly Notice[];
  readonly codes: CodeCosts;
  readonly aiKrw: number;
}

/** What the campaign cost so far, won. Failed publications cost nothing; those in doubt may have. */
export function spendingOf(input: SpendingInput): Report['costKrw'] {
  const prize = handedOutKrw(input.prizes, input.winners);
  const media = sumKrw(input.publications.filter(({ state }) => state !== 'failed'));
  const message = sumKrw(input.notices) + input.codes.costKrw;
  const ai = input.aiKrw;
  return { prize, media, message, ai, total: prize + media + message + ai };
}

/** Prizes go out in the order listed, which is the order of the draw. */
function handedOutKrw(prizes: readonly Prize[], winners: number): number {
  let left = winners;
  let krw = 0;
  for (const { quantity, costKrw } of prizes) {
    const pieces = Math.min(quantity, left);
    krw += pieces * costKrw;
    left -= pieces;
  }
  return krw;
}

function sumKrw(items: readonly { readonly costKrw: number }[]): number {
  return items.reduce((sum, { costKrw }) => sum + costKrw, 0);
}
