import { z } from 'zod';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import {
  composeVideoModel,
  failedFilm,
  type Looked,
  type VideoModelOptions,
} from '../compose-video-model.js';
import { declined } from '../model-answer.js';
import type { ClipRequest, VideoModel } from '../video-model.js';

export interface VeoOptions extends VideoModelOptions {
  readonly apiKey: string;
}

const provider = 'veo';
const ratios = { tall: '9:16', wide: '16:9' } as const;
/** As Google's examples do. */
const pollMs = 10_000;

const orderSchema = z.object({ name: z.string().regex(/^models\/[\w.-]+\/operations\/[\w-]+$/) });
const operationSchema = z.object({
  done: z.boolean().default(false),
  error: z.looseObject({ status: z.string().optional() }).optional(),
  response: z
    .object({
      generateVideoResponse: z
        .object({
          generatedSamples: z.array(z.object({ video: z.object({ uri: z.string() }) })).default([]),
          raiMediaFilteredCount: z.int().optional(),
        })
        .optional(),
    })
    .optional(),
});

/** Google's Veo through the Gemini API: a long-running operation. */
export function createVeoModel(options: VeoOptions): VideoModel {
  const { baseUrl, apiKey, http, model } = options;
  const headers = { 'x-goog-api-key': apiKey };
  return composeVideoModel({
    ...options,
    provider,
    pollMs,
    headers,
    async order(request, signal) {
      const url = `${baseUrl}/v1beta/models/${model}:predictLongRunning`;
      const json = toBody(options, request);
      const response = await http({ provider, method: 'POST', url, headers, json }, signal);
      return readJson(requireOk(response, provider), orderSchema, provider).name;
    },
    async look(order, signal) {
      const url = `${baseUrl}/v1beta/${order}`;
      const response = await http({ provider, method: 'GET', url, headers }, signal);
      return toLooked(readJson(requireOk(response, provider), operationSchema, provider));
    },
  });
}

function toBody({ seconds }: VeoOptions, { prompt, avoid, shape, first }: ClipRequest) {
  const image = first && {
    bytesBase64Encoded: Buffer.from(first.bytes).toString('base64'),
    mimeType: first.mediaType,
  };
  return {
    instances: [{ prompt, ...(image && { image }) }],
    parameters: {
      aspectRatio: ratios[shape],
      durationSeconds: seconds,
      resolution: '720p',
      negativePrompt: avoid,
    },
  };
}

/** A film that was filtered out is a success without a film [M]. */
function toLooked({ done, error, response }: z.output<typeof operationSchema>): Looked {
  if (!done) return { state: 'working' };
  if (error) return { state: 'failed', error: failedFilm(provider, error.status ?? 'no reason') };
  const { generatedSamples = [], raiMediaFilteredCount = 0 } = response?.generateVideoResponse ?? {};
  const [sample] = generatedSamples;
  if (sample) return { state: 'made', url: sample.video.uri };
  const refused = raiMediaFilteredCount > 0;
  return { state: 'failed', error: refused ? declined(provider) : failedFilm(provider, 'no film') };
}
