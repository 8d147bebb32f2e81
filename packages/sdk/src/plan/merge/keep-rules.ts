import { checkRules } from '../../rules/check-rules.js';
import { toFacts } from '../../rules/to-facts.js';
import type { Concept, ConceptId, Plan } from '../../schema/plan.js';
import type { Choice } from '../concept.js';
import type { Knowledge } from '../knowledge.js';
import { type Choices, type PlanDeps, type PlanInput, plan } from '../plan.js';

/** What a choice may lose, the least missed first. */
const fields = ['story', 'greeting', 'headline', 'title', 'reason', 'prizes', 'method'] as const;
export type ChoiceField = (typeof fields)[number];

interface Dropped {
  readonly concept: ConceptId;
  readonly field: ChoiceField;
  readonly why: 'rule' | 'budget';
  /** The rules it broke. */
  readonly instead?: string;
}

interface Proposed {
  /** The plan without the choices. */
  readonly base: Plan;
  readonly choices: Choices;
}

export interface Kept {
  readonly plan: Plan;
  readonly choices: Choices;
  readonly dropped: readonly Dropped[];
}

/**
 * The plan with these choices, reckoned anew: budget, odds, figures and rules. A concept that would cost more than the
 * budget, or break a rule that it does not break without them, loses what makes it so.
 */
export function keepRules(
  input: PlanInput,
  { base, choices }: Proposed,
  { knowledge, random }: PlanDeps,
): Kept {
  const deps = sameAgain({ knowledge, random });
  const reckon = (all: Choices) => plan({ ...input, choices: all }, deps());
  const dropped: Dropped[] = [];
  let kept = choices;
  let made = reckon(kept);
  for (const before of base.concepts) {
    const { id } = before;
    while (fieldsOf(kept[id]).length > 0) {
      const trouble = troubleOf(made, id, before, { input, knowledge });
      if (!trouble) break;
      const cured = fieldsOf(kept[id])
        .map((field) => ({ field, all: { ...kept, [id]: without(kept[id], field) } }))
        .find(({ all }) => !troubleOf(reckon(all), id, before, { input, knowledge }));
      const [first = 'method'] = fieldsOf(kept[id]);
      const field = cured?.field ?? first; // when no single one is to blame, they go one after another
      kept = { ...kept, [id]: without(kept[id], field) };
      dropped.push({ concept: id, field, ...trouble });
      made = reckon(kept);
    }
  }
  return { plan: made, choices: kept, dropped };
}

/** Draws the same numbers in each reckoning of one plan: what is chosen must not change with every trial. */
function sameAgain({ knowledge, random }: PlanDeps): () => PlanDeps {
  if (!random) return () => ({ knowledge });
  const drawn: number[] = [];
  return () => {
    let at = 0;
    const again = () => {
      const number = drawn[at] ?? random();
      drawn[at] = number;
      at += 1;
      return number;
    };
    return { knowledge, random: again };
  };
}

type Trouble = Pick<Dropped, 'why' | 'instead'>;

interface Ruling {
  readonly input: PlanInput;
  readonly knowledge: Knowledge;
}

function troubleOf(made: Plan, id: ConceptId, before: Concept, ruling: Ruling): Trouble | undefined {
  const concept = made.concepts.find((one) => one.id === id);
  if (!concept) return undefined;
  const { budgetKrw } = ruling.input.brief;
  if (concept.cost.totalKrw > Math.max(budgetKrw, before.cost.totalKrw)) return { why: 'budget' };
  const broken = brokenBy(concept, made, ruling);
  if (broken.length === 0) return undefined;
  const known = brokenBy(before, made, ruling);
  const fresh = broken.filter((rule) => !known.includes(rule));
  return fresh.length > 0 ? { why: 'rule', instead: [...new Set(fresh)].join(', ') } : undefined;
}

function brokenBy(concept: Concept, { schedule }: Plan, { input, knowledge }: Ruling): string[] {
  const facts = toFacts({ brief: input.brief, concept, schedule });
  return (['plan', 'creative'] as const)
    .flatMap((phase) => checkRules(facts, { phase, asOf: input.today, knowledge }))
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId }) => ruleId);
}

function fieldsOf(choice: Choice = {}): ChoiceField[] {
  return fields.filter((field) => chosenValue(choice, field) !== undefined);
}

export function chosenValue(choice: Choice, field: ChoiceField): unknown {
  if (field === 'method') return choice.lead;
  return field === 'title' || field === 'reason' || field === 'prizes'
    ? choice[field]
    : choice.words?.[field];
}

function without(choice: Choice = {}, field: ChoiceField): Choice {
  if (field === 'method') return { ...choice, lead: undefined };
  if (field === 'title' || field === 'reason' || field === 'prizes') return { ...choice, [field]: undefined };
  return { ...choice, words: { ...choice.words, [field]: undefined } };
}
