import { z } from 'zod';
import { outcomeOf } from '../errors/index.js';
import type { Policy } from '../resilience/policy-type.js';
import { readModelText } from './model-answer.js';
import { type ModelRate, mostTokensIn, type TokenUsage, tokensKrw } from './model-rate.js';
import { toModelSchema } from './model-schema.js';
import type { TextModel, TextRequest } from './text-model.js';

/** One answer of a provider, whole and not refused. */
interface WrittenText {
  readonly text: string;
  /** Absent when the provider did not say: then the most is taken. */
  readonly usage: TokenUsage | undefined;
}

interface ModelParts extends Pick<TextModel, 'provider' | 'model' | 'mode'> {
  readonly policy: Policy;
  readonly rate: ModelRate;
  /** One call of the provider. `form` is the schema as it takes it. */
  readonly write: (
    request: TextRequest,
    form: Record<string, unknown>,
    signal: AbortSignal,
  ) => Promise<WrittenText>;
}

/** As both providers name them. */
export const usageSchema = z
  .object({ input_tokens: z.int().min(0), output_tokens: z.int().min(0) })
  .transform((usage) => ({ inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }))
  .optional()
  .catch(undefined);

/** The first try and the one retry that a text model's policy makes. */
const mostAttempts = 2;

/** What all text models share: the form of the answer, and what it has cost. */
export function composeTextModel({ provider, model, mode, policy, rate, write }: ModelParts): TextModel {
  const mostOfOneKrw = (request: TextRequest) => {
    const { system, data, schema, mostTokens } = request;
    const form = JSON.stringify(toModelSchema(schema));
    const inputTokens = mostTokensIn(system) + mostTokensIn(data) + mostTokensIn(form);
    return tokensKrw({ inputTokens, outputTokens: mostTokens }, rate);
  };
  return {
    provider,
    model,
    mode,
    price: { source: rate.source, date: rate.date },
    mostKrw: (request) => mostAttempts * mostOfOneKrw(request),
    async ask(request, signal) {
      const form = toModelSchema(request.schema);
      let lost = 0;
      const attempt = async (signal: AbortSignal) => {
        try {
          const { text, usage } = await write(request, form, signal);
          return { value: readModelText(text, request.schema, provider), usage };
        } catch (error) {
          if (outcomeOf(error) === 'in_doubt') lost += 1; // perhaps paid for, and brought nothing
          throw error;
        }
      };
      const { value, usage } = await policy(attempt, { signal, repeatable: true });
      const mostKrw = mostOfOneKrw(request);
      const answerKrw = usage ? Math.min(tokensKrw(usage, rate), mostKrw) : mostKrw;
      return { value, costKrw: answerKrw + Math.min(lost, mostAttempts - 1) * mostKrw };
    },
  };
}
