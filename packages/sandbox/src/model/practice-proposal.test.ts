import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../seeded.js';
import { suitProposal } from './practice-proposal.js';
import { createSchemaValue } from './schema-value.js';

const kinds = { item: 4_500, coupon: 5_000, tumbler: 15_000, cake: 38_000, voucher: 50_000 };
const prize = {
  type: 'object',
  properties: { kind: { enum: Object.keys(kinds) }, quantity: { type: 'integer' } },
};
const concept = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    method: { enum: ['qr_form', 'visit_code', 'reservation'] },
    prizes: { type: 'array', items: prize },
  },
};
const schema = { type: 'object', properties: { safe: concept, balanced: concept, bold: concept } };
const told = (mechanic: string) =>
  JSON.stringify({
    event: { winners: 10, mechanic },
    offered: Object.entries(kinds).map(([kind, valueKrw]) => ({ kind, valueKrw })),
  });

type Prizes = { kind: keyof typeof kinds; quantity: number }[];
type Proposal = Record<'safe' | 'balanced' | 'bold', { method: string; prizes: Prizes }>;

function propose(seed: number, mechanic = '추첨'): Proposal {
  const random = createSeededRandom(String(seed));
  const data = `<data-1>\n${told(mechanic)}\n</data-1>`;
  return suitProposal(createSchemaValue(schema, random), { schema, data, random }) as Proposal;
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

/** Adds up, and gives few of what is dear. */
const isSensible = (prizes: Prizes) =>
  prizes.reduce((sum, { quantity }) => sum + quantity, 0) === 10 &&
  prizes.every(({ kind, quantity }) => kinds[kind] < 20_000 || quantity === 1);

describe('a proposal of the stand-in', () => {
  it('is sensible most of the time, and slips now and then as a model does', () => {
    const all = seeds.flatMap((seed) => Object.values(propose(seed)).map(({ prizes }) => prizes));
    const sensible = all.filter(isSensible).length / all.length;

    expect(sensible).toBeGreaterThan(0.8);
    expect(sensible).toBeLessThan(0.95);
  });

  it('varies, and has a way to take part of its own for each concept', () => {
    const all = seeds.map((seed) => propose(seed));

    expect(new Set(all.map((one) => JSON.stringify(one.bold.prizes))).size).toBeGreaterThan(8);
    expect(
      all.every(
        ({ safe, balanced, bold }) => new Set([safe.method, balanced.method, bold.method]).size === 3,
      ),
    ).toBe(true);
  });

  it('gives everybody the same where the first are served', () => {
    const kindsOf = seeds.map((seed) => propose(seed, '선착순').bold.prizes.length);

    expect(kindsOf.filter((count) => count === 1).length).toBeGreaterThan(160);
  });

  it('would be noticed if it were left to chance', () => {
    const random = createSeededRandom('1');
    const value = createSchemaValue(schema, random);

    expect(suitProposal(value, { schema, data: '요즘 카페 이야기', random })).toBe(value);
    expect(Object.values(value as Proposal).every(({ prizes }) => isSensible(prizes))).toBe(false);
  });
});
