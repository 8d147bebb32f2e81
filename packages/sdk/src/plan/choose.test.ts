import { expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { aBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
/** Two of its concepts are worth nearly the same and differ in how people take part. */
const salon = aBrief({
  store: { ...aBrief().store, industry: 'salon' },
  entry: { mechanic: 'lottery', winners: 10, visitBonus: 0 },
  channels: ['instagram'],
});
const planFor = (concept: Brief['concept'], random?: () => number) =>
  plan(
    { brief: { ...salon, concept }, today: '2026-11-20', insights: [], rehearsal: false },
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

  expect(near.length).toBeGreaterThan(1);
  expect(new Set(taken.map(({ chosen }) => chosen)).size).toBe(near.length);
  expect(taken.every(({ chosen }) => near.some(({ id }) => id === chosen))).toBe(true);
});

it('gives the same plan for the same chance', () => {
  expect(planFor('explore', createSeededRandom(1))).toEqual(planFor('explore', createSeededRandom(1)));
});

it('says when it has drawn, from which, and what it would have taken by reckoning', () => {
  const random = createSeededRandom(5);
  const drawn = Array.from({ length: 60 }, () => planFor('explore', random));
  const best = planFor('best').recommended?.id;
  const tried = drawn.find(({ chosen }) => chosen !== best);

  expect(drawn.every(({ chosen, recommended }) => chosen === recommended?.id)).toBe(true);
  expect(tried?.recommended).toMatchObject({ how: 'explored', near: expect.arrayContaining([best]) });
  expect(tried?.recommended?.reason).toContain('제비를 뽑았습니다');
  expect(planFor('best').recommended).toMatchObject({ how: 'best' });
});

it('has nothing to try where one concept is far better, and says so', () => {
  const learning = { ...knowledge.learning, nearEqualPercent: { value: 0.001, source: 'test' } };
  const { recommended, chosen } = plan(
    { brief: aBrief({ concept: 'explore' }), today: '2026-11-20', insights: [], rehearsal: false },
    { knowledge: { ...knowledge, learning }, random: () => 0.99 },
  );

  expect(recommended).toMatchObject({ id: chosen, how: 'best', near: [chosen] });
  expect(recommended?.reason).toContain('시험해 볼 것이 없습니다');
});

it('would be caught by a draw that always takes the best', () => {
  const never = Array.from({ length: 60 }, () => planFor('explore', () => 0.5));

  expect(new Set(never.map(({ chosen }) => chosen)).size).toBe(1);
});
