import { expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { aBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
const planFor = (concept: Brief['concept'], random?: () => number) =>
  plan(
    { brief: aBrief({ concept }), today: '2026-11-20', insights: [], rehearsal: false },
    { knowledge, random },
  );

it('goes on with what was asked for, and says what it would have taken', () => {
  const { chosen, recommended, concepts } = planFor('safe');
  const worths = concepts.map(({ worthKrw = 0 }) => worthKrw);
  const best = concepts.find(({ id }) => id === recommended?.id);

  expect(chosen).toBe('safe');
  expect(best?.worthKrw).toBe(Math.max(...worths));
  expect(recommended?.reason).toContain('세 안 중');
});

it('takes the best when it is left to decide', () => {
  const { chosen, recommended } = planFor('best');

  expect(chosen).toBe(recommended?.id);
});

it('tries others only where they are worth nearly as much, and not always the same', () => {
  const random = createSeededRandom(5);
  const taken = Array.from({ length: 60 }, () => planFor('explore', random));
  const [{ concepts = [] } = {}] = taken;
  const best = Math.max(...concepts.map(({ worthKrw = 0 }) => worthKrw));
  const near = concepts.filter(({ worthKrw = 0 }) => worthKrw >= best - Math.abs(best) * 0.2);

  expect(new Set(taken.map(({ chosen }) => chosen)).size).toBe(near.length);
  expect(taken.every(({ chosen }) => near.some(({ id }) => id === chosen))).toBe(true);
});

it('gives the same plan for the same chance', () => {
  expect(planFor('explore', createSeededRandom(1))).toEqual(planFor('explore', createSeededRandom(1)));
});
