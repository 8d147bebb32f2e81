import { type KtEventError, toKtEventError } from '../errors/index.js';
import type { ModelAnswer } from '../plan/merge/answers.js';
import { type AskModel, leftOf } from '../plan/merge/ask-models.js';
import type { TextModel, TextRequest } from '../providers/text-model.js';
import { withTimeout } from '../resilience/with-timeout.js';
import type { Json } from '../runs/json.js';
import type { EffectResult } from '../runs/workflow.js';
import type { CampaignRun } from './campaign-run.js';
import type { Stage } from './stage.js';

/** A value rather than an interface, so that a journal can hold it. */
type Reply = {
  readonly value: Json;
  readonly costKrw: number;
  /** The code of the failure that took the answer. */
  readonly lost?: string | undefined;
};

/** One question, and under which name it is kept. */
interface Question {
  readonly model: TextModel;
  readonly request: TextRequest;
  readonly stage: Stage;
  /** In the ledger, such as `plan/copy`. */
  readonly key: string;
  /** What is told of it to whoever watches, such as `openai/copy`. */
  readonly item: string;
  /** Kept with the intent: the same in every life. */
  readonly asked: Json;
  readonly budgetMs: number;
}

/**
 * Asks the models of a plan.
 *
 * @param spentMs - Of the plan's time, on what came before.
 */
export function askByLedger(
  run: Pick<CampaignRun, 'context' | 'deps'>,
  { spentMs }: { readonly spentMs: number },
): AskModel {
  const budgetMs = leftOf(run.deps.planning.budgetMs, spentMs);
  return (part, model, request) => {
    const { provider } = model;
    const names = { stage: 'plan', key: `plan/${part}`, item: `${provider}/${part}` } as const;
    return askOnce(run, { model, request, ...names, asked: { part, provider }, budgetMs });
  };
}

/**
 * Asks a model at most once in the life of a run. No provider keeps an answer that was lost, so there is nothing to look
 * up: it counts as paid for at its highest price, and what it was asked for is done without it.
 */
export async function askOnce(
  { context }: Pick<CampaignRun, 'context'>,
  { model, request, stage, key, item, asked, budgetMs }: Question,
): Promise<ModelAnswer> {
  const mostKrw = model.mostKrw(request);
  let failure: KtEventError | undefined;
  context.item(stage, item, 'asking');
  const result = await context.effect<Reply>(key, {
    idempotency: 'lookup',
    request: asked,
    priceKrw: mostKrw,
    costKrw: ({ costKrw }) => costKrw,
    async send(_sending, signal) {
      try {
        const deadline = { name: model.provider, timeoutMs: budgetMs, signal };
        const { value, costKrw } = await withTimeout((signal) => model.ask(request, signal), deadline);
        return { value: value as Json, costKrw };
      } catch (error) {
        failure = toKtEventError(error);
        throw error;
      }
    },
    find: async () => ({ value: null, costKrw: mostKrw, lost: failure?.code ?? 'PROVIDER_006' }),
  });
  const answer = toAnswer(result, mostKrw);
  context.item(stage, item, answer.state, answer.state === 'answered' ? undefined : answer.code);
  return answer;
}

function toAnswer(result: EffectResult<Reply>, mostKrw: number): ModelAnswer {
  switch (result.state) {
    case 'acked': {
      const { value, costKrw, lost } = result.value;
      return lost === undefined
        ? { state: 'answered', value, costKrw }
        : { state: 'failed', code: lost, costKrw };
    }
    case 'confirmed':
      return { state: 'failed', code: 'PROVIDER_006', costKrw: mostKrw };
    case 'rejected':
      return { state: 'failed', code: result.error.code, costKrw: 0 };
    case 'not_sent':
      return { state: 'not_asked', code: result.error.code, costKrw: 0 };
  }
}
