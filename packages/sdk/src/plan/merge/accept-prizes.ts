import type { Prize } from '../../schema/plan.js';
import type { Offered } from '../prize-mix.js';
import type { ProposedConcept } from './forms.js';

/** Kinds of prizes in one concept: more than these nobody remembers. Ours. */
const mostKinds = 3;

export interface AcceptedPrizes {
  readonly prizes: Prize[];
  /** What had been said, when the numbers did not fit the winners. */
  readonly corrected: { readonly said: string; readonly instead: string } | undefined;
}

/**
 * Prizes out of our list at our prices, the dearest first, one for each winner. A model chooses the kinds; how many there
 * are of each is set right where its numbers do not add up.
 */
export function acceptPrizes(
  proposed: NonNullable<ProposedConcept['prizes']>,
  offered: readonly Offered[],
  pieces: number,
): AcceptedPrizes | undefined {
  const wanted = new Map<string, number>();
  for (const { kind, quantity } of proposed) {
    if (Number.isSafeInteger(quantity) && quantity > 0) wanted.set(kind, (wanted.get(kind) ?? 0) + quantity);
  }
  const chosen = offered
    .filter(({ kind }) => wanted.has(kind))
    .toSorted((a, b) => b.valueKrw - a.valueKrw)
    .slice(0, Math.min(mostKinds, pieces));
  if (chosen.length === 0) return undefined;

  let left = pieces;
  const prizes = chosen.map(({ kind, ...prize }, index) => {
    const others = chosen.length - index - 1;
    const quantity = others === 0 ? left : Math.min(wanted.get(kind) ?? 1, left - others);
    left -= quantity;
    return { ...prize, quantity };
  });
  const asked = chosen.map(({ kind }) => wanted.get(kind) ?? 0);
  const fits =
    wanted.size === chosen.length && prizes.every(({ quantity }, index) => quantity === asked[index]);
  const corrected = fits ? undefined : { said: listed(offered, [...wanted]), instead: named(prizes) };
  return { prizes, corrected };
}

function listed(offered: readonly Offered[], wanted: readonly (readonly [string, number])[]): string {
  const nameOf = (id: string) => offered.find(({ kind }) => kind === id)?.name;
  return wanted.flatMap(([kind, count]) => (nameOf(kind) ? `${nameOf(kind)} ${count}개` : [])).join(', ');
}

function named(prizes: readonly Pick<Prize, 'name' | 'quantity'>[]): string {
  return prizes.map(({ name, quantity }) => `${name} ${quantity}개`).join(', ');
}
