import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import { parseAnswer } from '../../schema/parse.js';
import { composeTextModel, usageSchema } from '../compose-text-model.js';
import { cutShort, declined } from '../model-answer.js';
import { overOurNetwork } from '../model-fetch.js';
import type { ModelRate } from '../model-rate.js';
import type { ProviderOptions } from '../provider-options.js';
import type { TextModel, TextRequest } from '../text-model.js';
import { failureInside, requireAccepted } from './openai-error.js';

export interface OpenaiOptions extends ProviderOptions {
  readonly apiKey: string;
  readonly organization?: string | undefined;
  readonly project?: string | undefined;
  readonly model: string;
  /** How much it thinks first. @defaultValue the model's own */
  readonly effort?: string | undefined;
  readonly rate: ModelRate;
}

const provider = 'openai';

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() });
/** Reasoning may stand before the message. */
const responseSchema = z.object({
  status: z.string(),
  error: z.looseObject({ code: z.string() }).nullish(),
  incomplete_details: z.looseObject({ reason: z.string() }).nullish(),
  output: z.array(z.looseObject({ type: z.string(), content: z.array(partSchema).optional() })),
  usage: usageSchema,
});
type Answer = z.output<typeof responseSchema>;

/** GPT through the Responses API of its own client, which is imported at the first question. Nothing is stored there. */
export function createOpenaiModel(options: OpenaiOptions): TextModel {
  return composeTextModel({
    ...options,
    provider,
    async write(request, form, signal) {
      const answer = await askOnce(options, toBody(options, request, form), signal);
      return { text: textOf(answer), usage: answer.usage };
    },
  });
}

type Body = ReturnType<typeof toBody>;

async function askOnce(options: OpenaiOptions, body: Body, signal: AbortSignal): Promise<Answer> {
  const { baseUrl, apiKey, organization = null, project = null, http } = options;
  const { default: OpenAI } = await import('openai');
  return overOurNetwork({ provider, http, requireAccepted }, async (fetch) => {
    const client = new OpenAI({ apiKey, organization, project, baseURL: baseUrl, fetch, ...quiet });
    const answer = await client.responses.create(body, { signal });
    return parseAnswer(responseSchema, answer, provider);
  });
}

/** Nothing of this comes from the environment, and the retries are the policy's. */
const quiet = { adminAPIKey: null, webhookSecret: null, maxRetries: 0, logLevel: 'off' } as const;

function toBody(
  { model, effort }: OpenaiOptions,
  { system, data, name, mostTokens }: TextRequest,
  schema: Record<string, unknown>,
) {
  return {
    model,
    instructions: system,
    input: data,
    max_output_tokens: mostTokens,
    store: false,
    ...(effort !== undefined && { reasoning: { effort: effort as 'low' } }),
    text: {
      format: { type: 'json_schema' as const, name, strict: true, schema },
    },
  };
}

/** @throws ProviderError `PROVIDER_001` when it was cut or declined; what a failure inside means; `PROVIDER_004` */
function textOf({ status, error, incomplete_details: incomplete, output }: Answer): string {
  if (status === 'failed') throw failureInside(error?.code ?? '');
  if (incomplete?.reason === 'content_filter') throw declined(provider);
  if (status === 'incomplete') throw cutShort(provider);
  if (status !== 'completed') {
    throw new ProviderError('PROVIDER_004', { provider, reason: 'the answer did not come to its end' });
  }
  const parts = output.flatMap(({ type, content = [] }) => (type === 'message' ? content : []));
  if (parts.some(({ type }) => type === 'refusal')) throw declined(provider);
  return parts.map(({ type, text }) => (type === 'output_text' ? (text ?? '') : '')).join('');
}
