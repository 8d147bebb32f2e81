import type { Brief } from '../schema/brief.js';
import type { ConceptId, Prize } from '../schema/plan.js';
import type { Knowledge } from './knowledge.js';
import type { BaseRow } from './knowledge-schema.js';

/** Prizes one after the other: with two, the first is the one big prize and the second is for everybody else. */
type Mix = readonly [string] | readonly [string, string];
type Mechanic = Brief['entry']['mechanic'];

/**
 * From the most to the least generous. Own products first, because people come back for them; one big prize stays
 * below the tax threshold of 50,000 won. Nothing here is taxed.
 */
const mixes: Readonly<Record<Mechanic, Readonly<Record<ConceptId, readonly Mix[]>>>> = {
  lottery: {
    safe: [['own_item_m'], ['own_coupon_5k'], ['own_item_s'], ['own_coupon_3k']],
    balanced: [
      ['own_voucher_50k', 'own_coupon_5k'],
      ['own_item_l', 'own_item_s'],
      ['own_voucher_10k', 'own_coupon_3k'],
      ['own_coupon_5k'],
    ],
    bold: [
      ['goods_49k', 'own_voucher_10k'],
      ['goods_49k', 'own_coupon_5k'],
      ['own_voucher_50k', 'own_voucher_10k'],
      ['own_item_l', 'own_item_m'],
      ['own_voucher_10k'],
    ],
  },
  first_come: {
    safe: [['own_item_s'], ['own_coupon_3k']],
    balanced: [['own_item_m'], ['own_coupon_5k']],
    bold: [['goods_tumbler'], ['own_voucher_10k'], ['own_coupon_5k']],
  },
};

/** A base row may name a prize too dear to be given to everybody: it must cost no more than what a bold concept gives. */
const dearestForEverybody = 'own_voucher_10k';

/** What the store could hand out in a concept, most generous first. The last is the cheapest there is. */
export function prizeOptions(role: ConceptId, brief: Brief, base: BaseRow, knowledge: Knowledge): Prize[][] {
  const pieces = piecesOf(brief);
  if (brief.prizes) return [trimmed(brief.prizes.map(asAsked), pieces)];
  if (knowledge.informationOffers.industries.includes(brief.store.industry))
    return [informationFor(role, pieces, knowledge)];
  const offered = offeredPrizes(knowledge, brief.store.industry);
  const { mechanic } = brief.entry;
  const cheapest = offered.reduce((low, prize) => (prize.costKrw < low.costKrw ? prize : low));
  const isNotSafe = (mix: Mix) => String(mix) !== String(mixes[mechanic].safe[0]); // that one is taken
  const wanted = [
    ...(role === 'balanced' ? fromBase(base, mechanic, offered).filter(isNotSafe) : []),
    ...mixes[mechanic][role],
  ];
  const options = wanted.flatMap((mix) => prizesOf(mix, offered, pieces) ?? []);
  return [...options, [{ ...cheapest, quantity: pieces }]];
}

/** Worth nothing and costing nothing: a seat, a sheet of paper. The law leaves no more. */
function informationFor(role: ConceptId, pieces: number, { informationOffers }: Knowledge): Prize[] {
  const [offer] = informationOffers.offers[role];
  return offer ? [{ ...offer, quantity: pieces, valueKrw: 0, costKrw: 0 }] : [];
}

/** Prizes that are handed out: as many as there are winners, in the order given, which is the order of the draw. */
export function piecesOf({ entry }: Brief): number {
  return entry.mechanic === 'lottery' ? entry.winners : entry.stock;
}

export function prizeCostKrw(prizes: readonly Prize[]): number {
  return prizes.reduce((sum, { quantity, costKrw }) => sum + quantity * costKrw, 0);
}

export type Offered = Omit<Prize, 'quantity'> & { readonly kind: string };

/** Own products and small goods of the knowledge base, none of them taxed, by the names this trade uses. */
export function offeredPrizes(
  { prizes, prizeNames }: Knowledge,
  industry: Brief['store']['industry'],
): Offered[] {
  return prizes.flatMap(({ id, valueKrw, costKrw, taxable }) => {
    const names = prizeNames[id];
    const name = typeof names === 'string' ? names : names?.[industry];
    return name && !taxable ? [{ kind: id, id: id.replaceAll('_', '-'), name, valueKrw, costKrw }] : [];
  });
}

function fromBase(base: BaseRow, mechanic: Mechanic, offered: readonly Offered[]): Mix[] {
  const most = offered.find(({ kind }) => kind === dearestForEverybody)?.costKrw ?? 0;
  const small = base.prizes.find((id) => offered.some(({ kind, costKrw }) => kind === id && costKrw <= most));
  if (!small) return [];
  return mechanic === 'lottery' ? [['own_voucher_50k', small]] : [[small]];
}

function prizesOf(mix: Mix, offered: readonly Offered[], pieces: number): [Prize[]] | undefined {
  const found = mix.flatMap((id) => offered.find(({ kind }) => kind === id) ?? []);
  if (found.length < mix.length) return undefined;
  const quantities = mix.length === 2 ? [1, pieces - 1] : [pieces];
  const prizes = found.map(({ kind: _, ...prize }, index) => ({
    ...prize,
    quantity: quantities[index] ?? 0,
  }));
  return [prizes.filter(({ quantity }) => quantity > 0)];
}

type Asked = NonNullable<Brief['prizes']>[number];

function asAsked({ name, valueKrw, costKrw, quantity, handOver }: Asked, index: number): Prize {
  const way = handOver && { handOver };
  return { id: `prize-${index + 1}`, name, valueKrw, costKrw: costKrw ?? valueKrw, quantity, ...way };
}

function trimmed(prizes: readonly Prize[], pieces: number): Prize[] {
  const kept: Prize[] = [];
  let left = pieces;
  for (const prize of prizes) {
    const quantity = Math.min(prize.quantity, left);
    if (quantity > 0) kept.push({ ...prize, quantity });
    left -= quantity;
  }
  return kept;
}
