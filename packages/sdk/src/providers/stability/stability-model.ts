import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { composeImageModel, fromBase64, type ImageModelOptions } from '../compose-image-model.js';
import type { ImageModel, PaintRequest } from '../image-model.js';
import { declined, moneyUsedUp } from '../model-answer.js';

export interface StabilityOptions extends ImageModelOptions {
  readonly apiKey: string;
}

const provider = 'stability';
const answerSchema = z.object({ image: z.string(), finish_reason: z.string() });
/** A PNG of a square megapixel in Base64, with room. */
const maxBytes = 16 * 1024 * 1024;
/** No value holds it: prompts are our own words. */
const boundary = 'kt-event-form-7e1f';

/** Stability AI's hosted models: `core`, `ultra`, or one of SD 3.5 by its own name. */
export function createStabilityModel(options: StabilityOptions): ImageModel {
  return composeImageModel({
    ...options,
    provider,
    repeatable: false, // each picture is paid for
    async ask(request, signal) {
      const response = await options.http(toRequest(options, request), signal);
      const { image, finish_reason: finish } = readJson(requireAccepted(response), answerSchema, provider);
      if (finish !== 'SUCCESS')
        throw new ProviderError('PROVIDER_004', {
          provider,
          reason: `blurred by its filter, and paid for: ${finish}`,
        });
      return fromBase64(image, provider);
    },
  });
}

/** 402 and 403 are not about the key [M]. */
function requireAccepted(response: HttpResponse): HttpResponse {
  if (response.status === 402) throw moneyUsedUp(provider);
  if (response.status === 403) throw declined(provider);
  return requireOk(response, provider);
}

function toRequest({ baseUrl, apiKey, model }: StabilityOptions, { prompt, avoid, seed }: PaintRequest) {
  const isNamed = model.startsWith('sd3');
  const fields = {
    prompt,
    negative_prompt: avoid,
    aspect_ratio: '1:1',
    seed: String(seed),
    output_format: 'png',
    ...(isNamed && { model }),
  };
  return {
    provider,
    method: 'POST',
    url: `${baseUrl}/v2beta/stable-image/generate/${isNamed ? 'sd3' : model}`,
    headers: {
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    bytes: Buffer.from(toMultipart(fields)),
    maxBytes,
  } as const;
}

/** The service takes no other form, files or not (RFC 7578). */
function toMultipart(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
