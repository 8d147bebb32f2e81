import type { ProviderParts } from './compose-providers.js';
import type { PlanModels } from './plan/merge/answers.js';
import type { Planning } from './plan/merge/ask-models.js';
import { marksFor } from './plan/merge/marks.js';
import { createAnthropicModel } from './providers/anthropic/anthropic-model.js';
import { type ModelCatalogue, modelRow } from './providers/model-catalogue.js';
import { rateOf } from './providers/model-rate.js';
import { createOpenaiModel } from './providers/openai/openai-model.js';
import { createLimit } from './resilience/create-limit.js';
import { createPolicy } from './resilience/create-policy.js';
import { policyDefaults } from './resilience/policy-defaults.js';
import { deriveKey } from './security/derive-key.js';
import type { SecretBoxDeps } from './security/secret-box.js';

export interface PlanningParts {
  readonly catalogue: ModelCatalogue;
  readonly sealing: Pick<SecretBoxDeps, 'masterKey'>;
  readonly budgetMs: number;
}

/** Who may add to plans, with the signs that only this installation can write. */
export function composePlanning(
  parts: ProviderParts,
  { catalogue, sealing, budgetMs }: PlanningParts,
): Planning {
  const secret = deriveKey(sealing.masterKey, 'kt-plan-marks/1');
  return {
    models: composeTextModels(parts, catalogue),
    marks: (question) => marksFor(secret, question),
    capKrw: catalogue.planCapKrw.value,
    budgetMs,
  };
}

/**
 * Claude proposes and GPT writes, where there are keys. One limit for both: so many calls are under way, and never more.
 */
function composeTextModels(parts: ProviderParts, catalogue: ModelCatalogue): PlanModels {
  const { anthropic, openai } = parts.settings;
  const limit = createLimit(policyDefaults.textModel.concurrency);
  const { random, sleep, onEvent, elapsedMs, http } = parts;
  const optionsOf = (provider: 'anthropic' | 'openai', chosen: string | undefined) => {
    const model = chosen ?? catalogue.defaults[provider];
    const row = modelRow(catalogue, provider, model);
    const policy = createPolicy({
      name: provider,
      ...policyDefaults.textModel,
      limit,
      random,
      sleep,
      onEvent,
      elapsedMs,
    });
    return { model, effort: row.effort, rate: rateOf(row, catalogue), policy, http };
  };
  return {
    ...(anthropic && {
      proposal: createAnthropicModel({ ...anthropic, ...optionsOf('anthropic', anthropic.model) }),
    }),
    ...(openai && { copy: createOpenaiModel({ ...openai, ...optionsOf('openai', openai.model) }) }),
  };
}
