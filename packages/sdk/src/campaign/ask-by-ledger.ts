import { type KtEventError, toKtEventError } from '../errors/index.js';
import type { ModelAnswer } from '../plan/merge/answers.js';
import { type AskModel, leftOf } from '../plan/merge/ask-models.js';
import { withTimeout } from '../resilience/with-timeout.js';
import type { Json } from '../runs/json.js';
import type { EffectResult } from '../runs/workflow.js';
import type { CampaignRun } from './campaign-run.js';

/** A value rather than an interface, so that a journal can hold it. */
type Reply = {
  readonly value: Json;
  readonly costKrw: number;
  /** The code of the failure that took the answer. */
  readonly lost?: string | undefined;
};

/**
 * Asks a model at most once in the life of a run. No provider keeps an answer that was lost, so there is nothing to look
 * up: it counts as paid for at its highest price, and the plan is made without it.
 *
 * @param spentMs - Of the plan's time, on what came before.
 */
export function askByLedger(
  { context, deps }: Pick<CampaignRun, 'context' | 'deps'>,
  { spentMs }: { readonly spentMs: number },
): AskModel {
  const budgetMs = leftOf(deps.planning.budgetMs, spentMs);
  return async (part, model, request) => {
    const { provider } = model;
    const item = `${provider}/${part}`;
    const mostKrw = model.mostKrw(request);
    let failure: KtEventError | undefined;
    context.item('plan', item, 'asking');
    const result = await context.effect<Reply>(`plan/${part}`, {
      idempotency: 'lookup',
      request: { part, provider },
      priceKrw: mostKrw,
      costKrw: ({ costKrw }) => costKrw,
      async send(_sending, signal) {
        try {
          const deadline = { name: provider, timeoutMs: budgetMs, signal };
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
    context.item('plan', item, answer.state, answer.state === 'answered' ? undefined : answer.code);
    return answer;
  };
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
