import { describe, expect, it } from 'vitest';
import { checkRules } from '../rules/check-rules.js';
import { toFacts } from '../rules/to-facts.js';
import type { Finding, Phase } from '../schema/finding.js';
import { type Concept, chosenConcept, type Plan } from '../schema/plan.js';
import { type Case, everyPlan } from './__fixtures__/every-plan.js';
import { readAloud } from './__fixtures__/read-aloud.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';
import { seasonOf } from './season.js';

const knowledge = await openKnowledge();
const cases = everyPlan(knowledge);
const planOf = ({ brief, today }: Case): Plan =>
  plan({ brief, today, insights: [], rehearsal: false }, { knowledge });
const plans = cases.map((one) => ({ ...one, plan: planOf(one) }));

/** What does not add up to the won, or costs more than there is. */
function unbalanced({ cost, prizes, winners }: Concept, budgetKrw: number): boolean {
  const { prizeKrw, mediaKrw, messageKrw, aiKrw, taxKrw = 0, totalKrw } = cost;
  const reckoned = prizes.reduce((sum, { quantity, costKrw }) => sum + quantity * costKrw, 0);
  const pieces = prizes.reduce((sum, { quantity }) => sum + quantity, 0);
  const added = prizeKrw + mediaKrw + messageKrw + aiKrw + taxKrw;
  return added !== totalKrw || reckoned !== prizeKrw || pieces !== winners || totalKrw > budgetKrw;
}

function errorsOf({ brief, today, plan }: (typeof plans)[number]): Finding[] {
  const phases: readonly Phase[] = ['plan', 'creative', 'entry'];
  return plan.concepts.flatMap((concept) => {
    const facts = toFacts({ brief, concept, schedule: plan.schedule });
    return phases
      .flatMap((phase) => checkRules(facts, { phase, asOf: today, knowledge }))
      .filter(({ severity }) => severity === 'error');
  });
}

describe('a plan for every trade, objective and season', () => {
  it('is nine hundred and sixty plans', () => {
    expect(plans).toHaveLength(960);
  });

  it('breaks no rule, whichever of its three concepts is chosen', () => {
    const broken = plans.flatMap((one) => errorsOf(one).map(({ ruleId }) => `${one.row.industry} ${ruleId}`));

    expect([...new Set(broken)]).toEqual([]);
  });

  it('adds up to the won and stays within the budget', () => {
    const wrong = plans.filter(({ plan, brief }) =>
      plan.concepts.some((concept) => unbalanced(concept, brief.budgetKrw)),
    );

    expect(wrong).toEqual([]);
  });

  it('is planned for the season it is in', () => {
    const missed = plans.filter(
      ({ brief, today, season }) => seasonOf(brief, today, knowledge)?.id !== season.id,
    );

    expect([...new Set(missed.map(({ season }) => season.id))]).toEqual([]);
  });

  it('offers three concepts that differ in title, method and prizes', () => {
    const distinct = (values: readonly unknown[]) =>
      new Set(values.map((value) => JSON.stringify(value))).size;
    const alike = plans.filter(({ plan: { concepts } }) =>
      [
        concepts.map(({ title }) => title),
        concepts.map(({ method }) => method.id),
        concepts.map(({ prizes }) => prizes.map(({ id }) => id)),
      ].some((values) => distinct(values) < 3),
    );

    expect([...new Set(alike.map(({ row }) => `${row.industry} ${row.objective}`))]).toEqual([]);
  });

  it('asks more of the budget the bolder the concept is', () => {
    const disordered = plans.filter(({ plan: { concepts } }) => {
      const [safe = 0, balanced = 0, bold = 0] = concepts.map(({ cost }) => cost.totalKrw);
      return !(safe < balanced && balanced < bold);
    });

    expect([...new Set(disordered.map(({ row }) => `${row.industry} ${row.objective}`))]).toEqual([]);
  });

  it('names no prize that reads twice as a number, and no trade mark', () => {
    const words = plans.flatMap(({ plan: { concepts } }) =>
      concepts.flatMap(({ title, prizes }) => [title, ...prizes.map(({ name }) => name)]),
    );

    expect([...new Set(words)].filter((word) => /\d(?:개|잔|회|장|병|봉)$|빼빼로/.test(word))).toEqual([]);
  });

  it('would notice a won too much, a prize too few and a prize that the law forbids', () => {
    const [{ plan: made, brief }] = plans as [(typeof plans)[number]];
    const concept = chosenConcept(made);
    const dear = { ...concept, cost: { ...concept.cost, totalKrw: concept.cost.totalKrw + 1 } };
    const few = { ...concept, winners: concept.winners + 1 };
    const clinic = plans.find(({ row }) => row.industry === 'clinic') as (typeof plans)[number];
    const paid = {
      ...clinic.plan,
      concepts: clinic.plan.concepts.map((one) => ({
        ...one,
        prizes: one.prizes.map((prize) => ({ ...prize, valueKrw: 5_000 })),
      })),
    };

    expect([unbalanced(dear, brief.budgetKrw), unbalanced(few, brief.budgetKrw)]).toEqual([true, true]);
    expect(errorsOf({ ...clinic, plan: paid }).map(({ ruleId }) => ruleId)).toContain('MED-001');
  });

  it('reads like something an owner would say', async () => {
    const every = Math.floor(plans.length / 24);
    const sample = plans
      .filter((_, index) => index % every === Math.floor(index / every) % every)
      .slice(0, 24);

    await expect(sample.map(readAloud).join('\n\n')).toMatchFileSnapshot('__fixtures__/plans-read-aloud.txt');
  });
});
