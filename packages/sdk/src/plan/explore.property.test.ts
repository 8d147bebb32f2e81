import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief } from '../schema/brief.js';
import type { ConceptId, Plan } from '../schema/plan.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { aBrief } from './__fixtures__/a-brief.js';
import { type Knowledge, openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
const draws = 60;

/** How well the rates are known: the same middles, with ranges this much as wide. */
function knownAs(width: number): Knowledge {
  const narrow = <T extends { low: number; mid: number; high: number }>(range: T): T => ({
    ...range,
    low: range.mid - (range.mid - range.low) * width,
    high: range.mid + (range.high - range.mid) * width,
  });
  const { media, methods } = knowledge;
  const channels = Object.entries(media.channels).map(([channel, medium]) => [
    channel,
    { ...medium, responsePct: narrow(medium.responsePct) },
  ]);
  return {
    ...knowledge,
    methods: methods.map((method) => ({ ...method, ratePct: narrow(method.ratePct) })),
    media: {
      ...media,
      landingRatePct: narrow(media.landingRatePct),
      channels: Object.fromEntries(channels) as typeof media.channels,
    },
  };
}

type Planner = (
  brief: Brief,
  known: Knowledge,
  seed: number,
) => Pick<Plan, 'chosen' | 'recommended' | 'concepts'>;

const planner: Planner = (brief, known, seed) =>
  plan(
    { brief: { ...brief, concept: 'explore' }, today: '2026-11-20', insights: [], rehearsal: false },
    { knowledge: known, random: createSeededRandom(seed) },
  );

/** What is wrong with how it explores, in all these draws of one brief. */
function faultsOf(ask: Planner, brief: Brief, width: number): string[] {
  const known = knownAs(width);
  const plans = Array.from({ length: draws }, (_, seed) => ask(brief, known, seed));
  const near = plans[0]?.recommended?.near ?? [];
  const chosen = new Set(plans.map((one) => one.chosen));
  const best = bestOf(plans[0]?.concepts ?? []);
  const [first] = plans;
  return [
    ...(first?.chosen === ask(brief, known, 0).chosen ? [] : ['another choice for the same seed']),
    ...(near.includes(best) ? [] : ['the best is not among the near']),
    ...([...chosen].every((id) => near.includes(id)) ? [] : ['chose what is not near']),
    ...(width > 0 || near.length === 1 ? [] : ['tries what is known']),
    // one chance in ten is missed by 60 draws once in 550, and the seeds are frozen
    ...(near.length === chosen.size
      ? []
      : [`of ${near.length} near ones only ${chosen.size} were ever drawn`]),
  ];
}

function bestOf(concepts: Plan['concepts']): ConceptId {
  return concepts.reduce((one, other) => ((other.worthKrw ?? 0) > (one.worthKrw ?? 0) ? other : one)).id;
}

const industries = ['cafe', 'restaurant', 'salon', 'gym', 'bakery', 'nail', 'pet', 'florist'] as const;
const someBrief = fc
  .record({
    industry: fc.constantFrom(...industries),
    objective: fc.constantFrom('new_customer' as const, 'revisit' as const),
    budgetKrw: fc.integer({ min: 4, max: 14 }).map((lakh) => lakh * 100_000),
    channels: fc.subarray(['instagram', 'naver_blog', 'kakao_channel', 'wooridongne_tv'] as const, {
      minLength: 1,
    }),
    visitBonus: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ industry, visitBonus, channels, ...rest }) =>
    aBrief({
      ...rest,
      channels: [...channels],
      store: { ...aBrief().store, industry },
      entry: { mechanic: 'lottery', winners: 10, visitBonus },
    }),
  );

/** Faults over frozen briefs, at each degree of knowledge. */
function faultsIn(ask: Planner, widths: readonly number[] = [1, 0]): string[] {
  const briefs = fc.sample(someBrief, { numRuns: 14, seed: 7 });
  return briefs.flatMap((brief) => widths.flatMap((width) => faultsOf(ask, brief, width)));
}

describe('trying what is little known', () => {
  it('draws every near concept, no other, and nothing where all is known', () => {
    expect(faultsIn(planner)).toEqual([]);
  });

  it('happens: some of these briefs have something to try, and the less is known the more', () => {
    const briefs = fc.sample(someBrief, { numRuns: 14, seed: 7 });
    const open = (width: number) =>
      briefs.filter((brief) => (planner(brief, knownAs(width), 1).recommended?.near.length ?? 0) > 1).length;

    expect(open(1)).toBeGreaterThan(1);
    expect(open(1)).toBeGreaterThanOrEqual(open(0.4));
    expect(open(0)).toBe(0);
  });

  it('would be caught always taking the best', () => {
    const never: Planner = (brief, known, seed) => {
      const made = planner(brief, known, seed);
      return { ...made, chosen: bestOf(made.concepts) };
    };

    expect(faultsIn(never, [1]).some((fault) => fault.includes('were ever drawn'))).toBe(true);
  });

  it('would be caught calling near what is worth nearly as much, though no rate could change the order', () => {
    const byWorth: Planner = (brief, known, seed) => {
      const made = planner(brief, known, seed);
      const { recommended, concepts } = made;
      if (!recommended) return made;
      const best = Math.max(...concepts.map(({ worthKrw = 0 }) => worthKrw));
      const close = concepts.filter(({ worthKrw = 0 }) => worthKrw >= best - Math.abs(best) * 0.2);
      return { ...made, recommended: { ...recommended, near: close.map(({ id }) => id) } };
    };

    expect(faultsIn(byWorth, [0])).toContain('tries what is known');
  });
});
