import fc from 'fast-check';
import { type Brief, briefInputSchema } from '../../schema/brief.js';
import { parseInput } from '../../schema/parse.js';
import { channelSchema, industrySchema, objectiveSchema } from '../../schema/primitives.js';
import { addDays, instantOfDay } from '../../schema/seoul-time.js';

const name = fc.constantFrom(
  '겨울 행운 이벤트',
  '온',
  '아주 긴 이름을 가진 이벤트 '.repeat(3).slice(0, 40).trim(),
  '🎁'.repeat(20),
);

const entry = fc.oneof(
  fc.record({
    mechanic: fc.constant('lottery' as const),
    winners: fc.integer({ min: 1, max: 200 }),
    visitBonus: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ mechanic: fc.constant('first_come' as const), stock: fc.integer({ min: 1, max: 300 }) }),
);

/** Ten big prizes of the longest names a brief allows, or none. */
const prizes = fc.option(
  fc.array(
    fc.record({
      name: fc.constantFrom('텀블러', '아주아주 긴 이름의 경품을 준비했습니다 정말로 서른 자'),
      valueKrw: fc.integer({ min: 0, max: 200_000 }),
      quantity: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 10 },
  ),
);

const input = fc.record({
  name,
  storeName: name,
  industry: fc.constantFrom(...industrySchema.options),
  objective: fc.constantFrom(...objectiveSchema.options),
  budgetKrw: fc.integer({ min: 0, max: 3_000_000 }),
  startIn: fc.integer({ min: 0, max: 400 }),
  days: fc.integer({ min: 1, max: 60 }),
  entry,
  prizes,
  channels: fc.uniqueArray(fc.constantFrom(...channelSchema.options), { minLength: 1, maxLength: 6 }),
  taxBearer: fc.option(fc.constantFrom('winner' as const, 'store' as const), { nil: undefined }),
  concept: fc.constantFrom('safe' as const, 'balanced' as const, 'bold' as const),
});

/** Any brief a person can give; the budget is raised where the schema itself would refuse it. */
export const arbitraryBrief: fc.Arbitrary<Brief> = input.map((given) => {
  const start = addDays('2026-11-20', given.startIn);
  const end = addDays(start, given.days - 1);
  const wanted = given.entry.mechanic === 'lottery' ? given.entry.winners : given.entry.stock;
  const asked = given.prizes?.map((prize) => ({ ...prize, quantity: prize.quantity + wanted }));
  const askedKrw = asked?.reduce((sum, { quantity, valueKrw }) => sum + quantity * valueKrw, 0) ?? 0;
  const value = {
    version: 1,
    name: given.name,
    store: {
      name: given.storeName,
      industry: given.industry,
      region: '부산 해운대구',
      phone: '051-123-4567',
      businessNumber: '123-45-67891',
    },
    objective: given.objective,
    budgetKrw: Math.max(given.budgetKrw, askedKrw),
    period: { start, end },
    entry: given.entry,
    channels: given.channels,
    concept: given.concept,
    ...(given.taxBearer && { taxBearer: given.taxBearer }),
    ...(asked && { prizes: asked }),
    ...(given.entry.mechanic === 'lottery' && { draw: { at: instantOfDay(addDays(end, 2), '12:00:00') } }),
  };
  return parseInput(briefInputSchema, value, 'brief');
});
