import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import { parseAnswer } from '../../schema/parse.js';
import { composeTextModel, usageSchema } from '../compose-text-model.js';
import { cutShort, declined } from '../model-answer.js';
import { overOurNetwork } from '../model-fetch.js';
import type { ModelRate } from '../model-rate.js';
import type { ProviderOptions } from '../provider-options.js';
import type { TextModel, TextRequest } from '../text-model.js';
import { requireAccepted } from './anthropic-error.js';

export interface AnthropicOptions extends ProviderOptions {
  readonly apiKey: string;
  readonly model: string;
  /** How much it thinks first. @defaultValue the model's own */
  readonly effort?: string | undefined;
  readonly rate: ModelRate;
}

const provider = 'anthropic';

/** Blocks of other kinds may stand before the text. */
const messageSchema = z.object({
  stop_reason: z.string().nullable(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  usage: usageSchema,
});
type Message = z.output<typeof messageSchema>;

/** Claude through the Messages API of its own client, which is imported at the first question. */
export function createAnthropicModel(options: AnthropicOptions): TextModel {
  return composeTextModel({
    ...options,
    provider,
    async write(request, form, signal) {
      const message = await askOnce(options, toBody(options, request, form), signal);
      return { text: textOf(message), usage: message.usage };
    },
  });
}

type Body = ReturnType<typeof toBody>;

async function askOnce(
  { baseUrl, apiKey, http }: AnthropicOptions,
  body: Body,
  signal: AbortSignal,
): Promise<Message> {
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  return overOurNetwork({ provider, http, requireAccepted }, async (fetch) => {
    const client = new Anthropic({ apiKey, baseURL: baseUrl, fetch, ...quiet });
    // not `messages.create`, which prints about old models
    const answer: unknown = await client.post('/v1/messages', { body, signal });
    return parseAnswer(messageSchema, answer, provider);
  });
}

/** Nothing of this comes from the environment, and the retries are the policy's. */
const quiet = { authToken: null, webhookKey: null, maxRetries: 0, logLevel: 'off' } as const;

function toBody(
  { model, effort }: AnthropicOptions,
  { system, data, mostTokens }: TextRequest,
  schema: Record<string, unknown>,
) {
  return {
    model,
    max_tokens: mostTokens,
    system,
    messages: [{ role: 'user', content: data }],
    output_config: {
      ...(effort !== undefined && { effort }),
      format: { type: 'json_schema', schema },
    },
  };
}

/** @throws ProviderError `PROVIDER_001` when it was cut or declined, `PROVIDER_004` when it did not come to an end */
function textOf({ stop_reason, content }: Message): string {
  if (stop_reason === 'refusal') throw declined(provider);
  if (stop_reason === 'max_tokens' || stop_reason === 'model_context_window_exceeded')
    throw cutShort(provider);
  if (stop_reason !== 'end_turn' && stop_reason !== 'stop_sequence') {
    throw new ProviderError('PROVIDER_004', { provider, reason: 'the answer did not come to its end' });
  }
  return content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('');
}
