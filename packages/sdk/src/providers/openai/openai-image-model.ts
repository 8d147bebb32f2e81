import { z } from 'zod';
import { readJson } from '../../http/read-json.js';
import { composeImageModel, fromBase64, type ImageModelOptions } from '../compose-image-model.js';
import type { ImageModel, PaintRequest } from '../image-model.js';
import { requireAccepted } from './openai-error.js';

export interface OpenaiImageOptions extends ImageModelOptions {
  readonly apiKey: string;
  readonly organization?: string | undefined;
  readonly project?: string | undefined;
}

const provider = 'openai';
const answerSchema = z.object({ data: z.array(z.object({ b64_json: z.string() })).min(1) });
/** A PNG of a square megapixel in Base64, with room. */
const maxBytes = 16 * 1024 * 1024;

/** OpenAI's image models. They know neither seeds nor what to avoid: that is told in words. */
export function createOpenaiImageModel(options: OpenaiImageOptions): ImageModel {
  return composeImageModel({
    ...options,
    provider,
    repeatable: false, // each picture is paid for
    async ask(request, signal) {
      const response = await options.http(toRequest(options, request), signal);
      const { data } = readJson(requireAccepted(response), answerSchema, provider);
      return fromBase64(data[0]?.b64_json ?? '', provider);
    },
  });
}

function toRequest(
  { baseUrl, apiKey, organization, project, model }: OpenaiImageOptions,
  { prompt, avoid }: PaintRequest,
) {
  return {
    provider,
    method: 'POST',
    url: `${baseUrl}/images/generations`,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(organization !== undefined && { 'openai-organization': organization }),
      ...(project !== undefined && { 'openai-project': project }),
    },
    json: {
      model,
      prompt: `${prompt} Nothing of this may be seen: ${avoid}.`,
      n: 1,
      size: '1024x1024',
      quality: 'medium',
      output_format: 'png',
    },
    maxBytes,
  } as const;
}
