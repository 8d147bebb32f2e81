import { type PrizeTaxLaw, storeTaxKrw } from '../rules/prize-tax.js';
import type { Notice } from '../schema/notice.js';
import type { Prize } from '../schema/plan.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';
import type { CodeCosts } from './message-costs.js';

interface SpendingInput {
  readonly prizes: readonly Prize[];
  /** Prizes handed out, or to be: one per winner. */
  readonly winners: number;
  /** Who pays the tax on prizes. Absent: the winners. */
  readonly taxBearer: 'winner' | 'store' | undefined;
  readonly publications: readonly Publication[];
  readonly notices: readonly Notice[];
  readonly codes: CodeCosts;
  readonly aiKrw: number;
}

/** What the campaign cost so far, won. Failed publications cost nothing; those in doubt may have. */
export function spendingOf(input: SpendingInput, law: PrizeTaxLaw): Report['costKrw'] {
  const handed = handedOut(input.prizes, input.winners);
  const prize = handed.reduce((sum, { quantity, costKrw }) => sum + quantity * costKrw, 0);
  const media = sumKrw(input.publications.filter(({ state }) => state !== 'failed'));
  const message = sumKrw(input.notices) + input.codes.costKrw;
  const ai = input.aiKrw;
  const tax = input.taxBearer === 'store' ? taxOf(handed, law) : 0;
  return { prize, media, message, ai, ...(tax > 0 && { tax }), total: prize + media + message + ai + tax };
}

/** The prizes that went out, in the order listed, which is the order of the draw. */
export function handedOut(prizes: readonly Prize[], winners: number): Prize[] {
  let left = winners;
  return prizes.flatMap((prize) => {
    const quantity = Math.min(prize.quantity, left);
    left -= quantity;
    return quantity > 0 ? [{ ...prize, quantity }] : [];
  });
}

function taxOf(handed: readonly Prize[], law: PrizeTaxLaw): number {
  return handed.reduce((sum, { quantity, valueKrw }) => sum + quantity * storeTaxKrw(valueKrw, law), 0);
}

function sumKrw(items: readonly { readonly costKrw: number }[]): number {
  return items.reduce((sum, { costKrw }) => sum + costKrw, 0);
}
