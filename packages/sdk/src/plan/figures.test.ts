import { describe, expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import type { Figure, Plan } from '../schema/plan.js';
import { anInsight } from '../testing/fixtures.js';
import { aBrief, aFirstComeBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
const taught = anInsight({
  rates: [
    { rate: 'landing', of: 'instagram', successes: 30, trials: 100, trialsAre: 'counted' },
    { rate: 'entry', of: 'visit_code', successes: 90, trials: 500, trialsAre: 'estimated' },
  ],
});
const made = (brief: Brief) =>
  plan({ brief, today: '2026-11-28', insights: [taught], rehearsal: false }, { knowledge });

const prizes = [
  { name: '에어프라이어', valueKrw: 100_000, quantity: 1 },
  { name: '쿠폰', valueKrw: 5_000, quantity: 9 },
];
const plans = {
  lottery: made(aBrief()),
  'first come': made(aFirstComeBrief()),
  'a revisit': made(aBrief({ objective: 'revisit' })),
  'a store that pays tax': made(aBrief({ prizes, taxBearer: 'store', budgetKrw: 900_000 })),
};

/** Every number of a concept that a person is shown. */
function shownBy({ concepts }: Plan): (number | undefined)[] {
  return concepts.flatMap(({ cost, expectedEntries, outlook, worthKrw, winners, prizes: handed }) => [
    ...Object.values(cost).filter((krw = 0) => krw > 0),
    ...[expectedEntries.low, expectedEntries.mid, expectedEntries.high],
    ...(outlook
      ? [...Object.values(outlook.newCustomers), outlook.breakEvenSalesKrw, outlook.breakEvenVisits]
      : []),
    ...(outlook?.costPerNewCustomerKrw ? [outlook.costPerNewCustomerKrw] : []),
    ...(worthKrw === undefined ? [] : [worthKrw]),
    winners,
    ...handed.flatMap(({ valueKrw, costKrw }) => [valueKrw, costKrw]),
  ]);
}

/** What a formula takes that stands nowhere with a source of its own. */
function untraced({ figures, concepts }: Plan): string[] {
  const known = new Set(figures.map(({ value }) => value));
  const counted = new Set(concepts.flatMap((concept) => concept.prizes.map(({ quantity }) => quantity)));
  const nothing = 0; // what costs nothing needs no source
  return figures.flatMap(({ name, inputs = [] }) =>
    inputs
      .filter(({ value }) => value !== nothing && !known.has(value) && !counted.has(value))
      .map((input) => `${name}: ${input.name} ${input.value}`),
  );
}

describe.each(Object.entries(plans))('the figures of %s', (_, proposed) => {
  it('hold every number that is shown', () => {
    const known = new Set(proposed.figures.map(({ value }) => value));

    expect(shownBy(proposed).filter((value = 0) => !known.has(value))).toEqual([]);
  });

  it('say of each its source and day, and of each input where it stands', () => {
    expect(proposed.figures.filter(({ source, date }) => source === '' || date === '')).toEqual([]);
    expect(untraced(proposed)).toEqual([]);
  });

  it('can be reckoned again: a middle is the product of what goes in', () => {
    const middles = proposed.figures.filter(({ name }) => name.endsWith('예상 응모 중간'));
    const off = middles.filter((figure) => Math.abs(again(figure) - figure.value) > 1);

    expect(middles).toHaveLength(3);
    expect(off.map(({ name, value }) => `${name} ${value}`)).toEqual([]);
  });
});

/** As a person would with the formula and a pocket calculator. */
function again({ inputs = [] }: Figure): number {
  const of = (name: string) => inputs.find((input) => input.name === name)?.value ?? 0;
  const inStore = inputs.find(({ name }) => name.startsWith('매장') && name.includes('응모율'));
  const online = inputs.filter(({ name }) => name.endsWith(' 노출'));
  const qr = inputs.find(({ name }) => name.startsWith('QR') && name.includes('응모율'));
  const share = (inStore ?? qr)?.value ?? 0;
  const sent = online.map(({ name, value }) => {
    const channel = name.replace(' 노출', '');
    return (value * of(`${channel} 반응률 중간`) * of(`${channel} 응모율 중간`)) / 10_000;
  });
  const all = (of('기간 방문') * of('알아보는 비율') * share) / 10_000 + sent.reduce((a, b) => a + b, 0);
  return Math.min(Math.round(all), of('준비 수량') || Number.POSITIVE_INFINITY);
}

it('would be found out by a figure without its input', () => {
  const [first] = plans.lottery.figures;
  const lost = {
    ...plans.lottery,
    figures: plans.lottery.figures.filter((figure) => figure.name !== '안내 단가'),
  };

  expect(first).toBeDefined();
  expect(untraced(lost).join()).toContain('안내 단가 45');
});
