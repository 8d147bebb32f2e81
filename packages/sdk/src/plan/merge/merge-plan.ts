import type { Correction, Figure, Plan, PlanModel } from '../../schema/plan.js';
import type { Mode } from '../../schema/primitives.js';
import { type Choices, plan, roles } from '../plan.js';
import { acceptAnswers, type Finding } from './accept-answers.js';
import { type ModelAnswers, type ModelPart, type PlanModels, parts } from './answers.js';
import type { Planning } from './ask-models.js';
import { type ChoiceField, chosenValue, keepRules } from './keep-rules.js';
import { type QuestionDeps, type QuestionInput, questionOf } from './question.js';

export type MergeDeps = QuestionDeps & Pick<Planning, 'models'>;

/**
 * The plan of the knowledge base with what the models have added to it: both, one or none of them. Names, words, ways to
 * take part and kinds of prizes may come from a model; every number is reckoned here, and what contradicts the brief,
 * the sums or the rules is left out and listed. The same answers give the same plan.
 *
 * @throws {@link UserError} `USER_001` when the budget cannot pay for the most modest concept
 */
export function mergePlan(input: QuestionInput, answers: ModelAnswers, deps: MergeDeps): Plan {
  const { models } = deps;
  if (parts.every((part) => !models[part])) return plan(input, deps);
  const aiKrw = parts.reduce((sum, part) => sum + (answers[part]?.costKrw ?? 0), 0);
  const question = questionOf(input, deps);
  const reckoned = { ...input, aiKrw };
  const base = plan(reckoned, { knowledge: deps.knowledge });
  const { choices: accepted, found } = acceptAnswers(answers, {
    input: reckoned,
    question,
    base,
    knowledge: deps.knowledge,
  });
  const { plan: made, choices, dropped } = keepRules(reckoned, { base, choices: accepted }, deps);
  const gone = new Set(dropped.map(({ concept, field }) => `${concept}/${field}`));
  const all = [
    ...found.filter(({ concept, field }) => !gone.has(`${concept}/${field}`)), // what is gone needs no other word
    ...dropped.map((one) => ({ ...one, part: partOf(one.field), did: 'dropped' as const })),
  ];
  const asked = parts.flatMap((part) => toModel(part, answers, { models, choices }) ?? []);
  const used = asked.filter(({ state }) => state === 'used');
  const corrections = all.map((one) => toCorrection(one, models));
  return {
    ...made,
    mode: mostReal(used.map(({ mode }) => mode)),
    madeBy: [...made.madeBy, ...used.map(({ model }) => model)],
    figures: [...made.figures, ...costFigures(asked, models)],
    models: asked,
    ...(corrections.length > 0 && { corrections }),
  };
}

function partOf(field: ChoiceField): ModelPart {
  return field === 'headline' || field === 'greeting' || field === 'story' ? 'copy' : 'proposal';
}

interface Merged {
  readonly models: PlanModels;
  readonly choices: Choices;
}

function toModel(part: ModelPart, answers: ModelAnswers, { models, choices }: Merged): PlanModel | undefined {
  const model = models[part];
  if (!model) return undefined;
  const { provider, mode } = model;
  const who = { part, provider, model: model.model, mode };
  const answer = answers[part];
  if (!answer) return { ...who, state: 'not_asked', costKrw: 0 };
  const { costKrw } = answer;
  if (answer.state !== 'answered') return { ...who, state: answer.state, code: answer.code, costKrw };
  return { ...who, state: isUsed(part, choices) ? 'used' : 'dropped', costKrw };
}

const fieldsOfPart: Readonly<Record<ModelPart, readonly ChoiceField[]>> = {
  proposal: ['title', 'reason', 'prizes', 'method'],
  copy: ['headline', 'greeting', 'story'],
};

function isUsed(part: ModelPart, choices: Choices): boolean {
  return roles.some((role) =>
    fieldsOfPart[part].some((field) => chosenValue(choices[role] ?? {}, field) !== undefined),
  );
}

function toCorrection({ part, ...rest }: Finding, models: PlanModels): Correction {
  return { provider: models[part]?.provider ?? part, ...rest };
}

/** What a plan is called: as real as the most real model in it. */
function mostReal(modes: readonly Mode[]): Mode {
  if (modes.includes('live')) return 'live';
  return modes.includes('sandbox') ? 'sandbox' : 'local';
}

function costFigures(asked: readonly PlanModel[], models: PlanModels): Figure[] {
  return asked.flatMap(({ part, model, costKrw }) => {
    const price = models[part]?.price;
    if (!price || costKrw === 0) return [];
    return [{ name: `AI 비용 (${model})`, value: costKrw, unit: '원', ...price }];
  });
}
