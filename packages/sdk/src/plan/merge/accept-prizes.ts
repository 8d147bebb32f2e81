import type { Correction, Prize } from '../../schema/plan.js';
import type { Offered } from '../prize-mix.js';
import { type Oddity, type PrizeShape, shapePrizes, type Wanted } from '../prize-shape.js';
import type { ProposedConcept } from './forms.js';

/** Kinds of prizes in one concept: more than these nobody remembers. Ours. */
const mostKinds = 3;

export interface AcceptedPrizes {
  /** Absent when nothing of it could be used. */
  readonly prizes: Prize[] | undefined;
  readonly correction: Pick<Correction, 'why' | 'said' | 'instead' | 'because'> | undefined;
}

/**
 * Prizes out of our list at our prices, the dearest first, one for each winner. A model chooses the kinds; how many there
 * are of each is set right where its numbers do not add up, or are such as no shop of this trade would give away.
 */
export function acceptPrizes(
  proposed: NonNullable<ProposedConcept['prizes']>,
  offered: readonly Offered[],
  shape: PrizeShape,
): AcceptedPrizes {
  const asked = askedOf(proposed, offered);
  if (asked.length === 0) return { prizes: undefined, correction: { why: 'quantity' } };

  const said = listed(asked);
  const { prizes, odd } = shapePrizes(addingUp(asked, shape.pieces), shape);
  const reason = reasonOf(odd);
  if (prizes.length === 0) return { prizes: undefined, correction: { ...reason, said } };
  const instead = listed(prizes);
  return {
    prizes: prizes.map(({ kind: _, ...prize }) => prize),
    correction: instead === said ? undefined : { ...reason, said, instead },
  };
}

/** The gravest gives the name; all of them say their bound. */
function reasonOf(odd: readonly Oddity[]): Pick<Correction, 'why' | 'because'> {
  const [gravest] = odd;
  if (!gravest) return { why: 'quantity' };
  return { why: gravest.why, because: odd.map(({ because }) => because).join('. ') };
}

/** What it asked for out of our list, each kind once, the dearest first. */
function askedOf(proposed: NonNullable<ProposedConcept['prizes']>, offered: readonly Offered[]): Wanted[] {
  const counts = new Map<string, number>();
  for (const { kind, quantity } of proposed) {
    if (Number.isSafeInteger(quantity) && quantity > 0) counts.set(kind, (counts.get(kind) ?? 0) + quantity);
  }
  return offered
    .flatMap((prize) => ({ ...prize, quantity: counts.get(prize.kind) ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => b.valueKrw - a.valueKrw);
}

/** As many as there are winners: the dearest, and of the rest the cheapest, which are for most of them. */
function addingUp(asked: readonly Wanted[], pieces: number): Wanted[] {
  const most = Math.min(mostKinds, pieces);
  const chosen = asked.filter((_, index) => index === 0 || index > asked.length - most);
  let left = pieces;
  return chosen.map((prize, index) => {
    const others = chosen.length - index - 1;
    const quantity = others === 0 ? left : Math.min(prize.quantity, left - others);
    left -= quantity;
    return { ...prize, quantity };
  });
}

function listed(prizes: readonly Pick<Prize, 'name' | 'quantity'>[]): string {
  return prizes.map(({ name, quantity }) => `${name} ${quantity}개`).join(', ');
}
