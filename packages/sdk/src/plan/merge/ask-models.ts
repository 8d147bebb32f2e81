import type { TextModel, TextRequest } from '../../providers/text-model.js';
import { spareKrw } from '../plan.js';
import { type ModelAnswer, type ModelAnswers, type ModelPart, type PlanModels, parts } from './answers.js';
import { type QuestionDeps, type QuestionInput, questionOf } from './question.js';

/** Asks one model, in whatever way its call is kept on record. Never rejects for what the model does. */
export type AskModel = (part: ModelPart, model: TextModel, request: TextRequest) => Promise<ModelAnswer>;

/** Who may add to plans, and at what price of money and time. */
export interface Planning extends Pick<QuestionDeps, 'marks'> {
  readonly models: PlanModels;
  /** Most that the models of one plan may cost, won. */
  readonly capKrw: number;
  /** Deadline of them all. */
  readonly budgetMs: number;
}

export interface AskDeps extends QuestionDeps, Pick<Planning, 'models' | 'capKrw'> {
  readonly ask: AskModel;
}

/** What is left for the models when others were asked first: never nothing, since a call may be under way already. */
export function leftOf(budgetMs: number, spentMs: number): number {
  return Math.max(1, Math.round(budgetMs - spentMs));
}

/** A plan is made without them when even their highest price would not fit. */
const noMoney: ModelAnswer = { state: 'not_asked', code: 'USER_017', costKrw: 0 };

/**
 * Asks all models at once and waits for every answer. One that fails stops no other.
 *
 * @throws {@link UserError} `USER_001` when the budget cannot pay for the most modest concept
 */
export async function askModels(input: QuestionInput, deps: AskDeps): Promise<ModelAnswers> {
  const { models, ask } = deps;
  const question = questionOf(input, deps);
  const asked = parts.flatMap((part) => {
    const model = models[part];
    return model ? [{ part, model, request: question[part] as TextRequest }] : [];
  });
  const mostKrw = asked.reduce((sum, { model, request }) => sum + model.mostKrw(request), 0);
  const allowed = mostKrw <= Math.min(deps.capKrw, spareKrw(input, deps));
  const answers = await Promise.all(
    asked.map(async ({ part, model, request }) => {
      const answer = allowed ? await ask(part, model, request) : noMoney;
      return [part, answer] as const;
    }),
  );
  return Object.fromEntries(answers);
}
