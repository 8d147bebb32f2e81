import type { Brief } from '../schema/brief.js';
import type { Knowledge } from './knowledge.js';
import type { Offered } from './prize-mix.js';
import type { Trade } from './trade.js';

/** Market price of one, won. */
export interface PriceBands {
  readonly low: number;
  /** What is dearer is a large prize. */
  readonly manyHigh: number;
  readonly largeHigh: number;
}

/** What the prizes of one concept may look like. */
export interface PrizeShape extends PriceBands {
  readonly mechanic: Brief['entry']['mechanic'];
  /** Prizes to hand out. */
  readonly pieces: number;
  /** Entries to expect. */
  readonly entries: number;
  /** Large prizes that so many entries bear. */
  readonly mostLarge: number;
  /** Least factor between the values of two prizes. */
  readonly leastStep: number;
  /** All prizes together, won. */
  readonly mostCostKrw: number;
}

interface ShapeInput {
  readonly brief: Brief;
  readonly trade: Trade;
  readonly pieces: number;
  readonly entries: number;
  /** What practice itself would spend on prizes for this concept, won. */
  readonly usualCostKrw: number;
}

export function priceBandsOf(
  { store, objective }: Pick<Brief, 'store' | 'objective'>,
  { prizeShapes }: Knowledge,
): PriceBands {
  const { low, manyHigh, largeHigh } = prizeShapes.industries[store.industry];
  const { manyHighPercent } = prizeShapes.objectives[objective];
  return { low, manyHigh: Math.round((manyHigh * manyHighPercent) / 100), largeHigh };
}

/** Price bands of the trade and objective, and what the expected entries bear. */
export function prizeShapeOf(input: ShapeInput, knowledge: Knowledge): PrizeShape {
  const { brief, trade, pieces, entries, usualCostKrw } = input;
  const { mechanic } = brief.entry;
  const { leastStep, costOfMarginPercent, objectives } = knowledge.prizeShapes;
  const { entriesPerLarge, mostLarge } = objectives[brief.objective];
  const leftOfOneKrw = (trade.averageTicketKrw.value * trade.marginPercent.value) / 100;
  const bearableKrw = Math.floor((entries * leftOfOneKrw * costOfMarginPercent.value) / 100);
  return {
    mechanic,
    pieces,
    entries,
    ...priceBandsOf(brief, knowledge),
    mostLarge: Math.min(mostLarge, Math.max(1, Math.floor(entries / entriesPerLarge))),
    leastStep: leastStep.value,
    mostCostKrw: Math.max(bearableKrw, usualCostKrw),
  };
}

export type Wanted = Offered & { readonly quantity: number };

export interface Oddity {
  readonly why: 'price_band' | 'too_many_large' | 'flat' | 'unequal' | 'too_dear';
  /** The bound it broke, a plain sentence with its numbers. */
  readonly because: string;
}

export interface Shaped {
  /** The dearest first; none when nothing sensible is left. They add up to the pieces. */
  readonly prizes: readonly Wanted[];
  /** What was odd about them, the gravest first. */
  readonly odd: readonly Oddity[];
}

/** The same kinds in numbers that an owner would give away: few large ones, many small ones, tiers that differ. */
export function shapePrizes(wanted: readonly Wanted[], shape: PrizeShape): Shaped {
  const ordered = wanted.toSorted((a, b) => b.valueKrw - a.valueKrw);
  const band = withinBand(ordered, shape);
  const tiers = shape.mechanic === 'first_come' ? alike(band.prizes) : stepped(band.prizes, shape);
  const split =
    shape.mechanic === 'first_come' ? everybody(tiers.prizes, shape) : shared(tiers.prizes, shape);
  const cost = split.prizes.reduce((sum, { quantity, costKrw }) => sum + quantity * costKrw, 0);
  const odd = [...split.odd, ...tiers.odd, ...band.odd];
  if (shape.mechanic === 'first_come' || cost <= shape.mostCostKrw) return { prizes: split.prizes, odd };
  const because = `경품에 ${won(cost)}이 들어 이 규모에 맞는 ${won(shape.mostCostKrw)}을 넘습니다`;
  return { prizes: [], odd: [{ why: 'too_dear', because }, ...odd] };
}

function withinBand(wanted: readonly Wanted[], { low, manyHigh, largeHigh, mechanic }: PrizeShape): Shaped {
  const high = mechanic === 'first_come' ? manyHigh : largeHigh;
  const [outside, prizes] = parted(wanted, ({ valueKrw }) => valueKrw < low || valueKrw > high);
  if (outside.length === 0) return { prizes, odd: [] };
  const because = `${names(outside)}: 이 업종과 목표에서 주는 경품은 ${won(low)}에서 ${won(high)} 사이입니다`;
  return { prizes, odd: [{ why: 'price_band', because }] };
}

/** Whoever comes first gets what whoever comes last gets. */
function alike(wanted: readonly Wanted[]): Shaped {
  const [usual, ...others] = wanted.toSorted((a, b) => b.quantity - a.quantity || a.valueKrw - b.valueKrw);
  if (!usual || others.length === 0) return { prizes: wanted, odd: [] };
  const because = `선착순에서는 모두 같은 것을 받습니다: ${usual.name}`;
  return { prizes: [usual], odd: [{ why: 'unequal', because }] };
}

/** Of two that are worth nearly the same, the one that more winners would get stays. */
function stepped(wanted: readonly Wanted[], { leastStep }: PrizeShape): Shaped {
  const prizes: Wanted[] = [];
  const flat: Wanted[] = [];
  for (const one of wanted) {
    const dearer = prizes.at(-1);
    if (!dearer || dearer.valueKrw >= leastStep * one.valueKrw) prizes.push(one);
    else if (dearer.quantity > one.quantity) flat.push(one);
    else flat.push(...prizes.splice(-1, 1, one));
  }
  if (flat.length === 0) return { prizes, odd: [] };
  return { prizes, odd: [{ why: 'flat', because: `${names(flat)}: 다른 경품과 값이 비슷해 뺐습니다` }] };
}

function everybody(wanted: readonly Wanted[], { pieces }: PrizeShape): Shaped {
  return { prizes: wanted.map((one) => ({ ...one, quantity: pieces })), odd: [] };
}

/** No more of a dearer prize than of the next cheaper one, and few large ones. */
function shared(wanted: readonly Wanted[], { pieces, manyHigh, mostLarge, entries }: PrizeShape): Shaped {
  const large = wanted.filter(({ valueKrw }) => valueKrw > manyHigh);
  const because =
    `예상 응모 ${count(entries)}명이면 ${won(manyHigh)}이 넘는 큰 경품은 ${mostLarge}개까지이고, ` +
    '비싼 것이 싼 것보다 많지 않게 합니다';
  const odd: Oddity = { why: 'too_many_large', because };
  if (large.length === wanted.length && pieces > mostLarge) return { prizes: [], odd: [odd] };
  let [left, largeLeft] = [pieces, mostLarge];
  const prizes = wanted.map((one, index) => {
    const others = wanted.length - index - 1;
    const isLarge = one.valueKrw > manyHigh;
    const bearable = isLarge ? largeLeft : left;
    const most = Math.max(others === 0 ? left : 0, Math.min(bearable, Math.floor(left / (others + 1))));
    const quantity = others === 0 ? most : Math.min(one.quantity, most);
    left -= quantity;
    if (isLarge) largeLeft -= quantity;
    return { ...one, quantity };
  });
  const fewer = prizes.some(({ quantity }, index) => quantity < (wanted[index]?.quantity ?? 0));
  return { prizes: prizes.filter(({ quantity }) => quantity > 0), odd: fewer ? [odd] : [] };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function names(prizes: readonly { readonly name: string }[]): string {
  return prizes.map(({ name }) => name).join(', ');
}

function won(krw: number): string {
  return `${count(krw)}원`;
}

function count(value: number): string {
  return value.toLocaleString('ko');
}
