import { z } from 'zod';
import type { HttpResponse } from '../../http/http.js';
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

export interface RunwayOptions extends VideoModelOptions {
  readonly apiKey: string;
}

const provider = 'runway';
/** As of the client @runwayml/sdk 4.20.1, read 2026-11-20. */
const version = '2024-11-06';
const ratios = { tall: '720:1280', wide: '1280:720' } as const;
/** Runway's own limit is five seconds between two looks; its client takes six. */
const pollMs = 6_000;
/** UTF-16 units. */
const longestPrompt = 1_000;

const orderSchema = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const taskSchema = z.object({
  status: z.string(),
  output: z.array(z.string()).optional(),
  failureCode: z.string().optional(),
});

/** Runway, which also makes films of other makers' models. It knows no prompt of what to avoid: that is told in words. */
export function createRunwayModel(options: RunwayOptions): VideoModel {
  const { baseUrl, apiKey, http } = options;
  const headers = { authorization: `Bearer ${apiKey}`, 'x-runway-version': version };
  const post = (path: string, json: object, signal: AbortSignal): Promise<HttpResponse> =>
    http({ provider, method: 'POST', url: `${baseUrl}/v1/${path}`, headers, json }, signal);
  return composeVideoModel({
    ...options,
    provider,
    pollMs,
    async order(request, signal) {
      const path = request.first ? 'image_to_video' : 'text_to_video';
      const response = await post(path, toBody(options, request), signal);
      return readJson(requireOk(response, provider), orderSchema, provider).id;
    },
    async look(order, signal) {
      const url = `${baseUrl}/v1/tasks/${order}`;
      const response = await http({ provider, method: 'GET', url, headers }, signal);
      return toLooked(readJson(requireOk(response, provider), taskSchema, provider));
    },
  });
}

function toBody({ model, seconds }: RunwayOptions, { prompt, avoid, seed, shape, first }: ClipRequest) {
  const words = `${prompt} Nothing of this may be seen: ${avoid}.`;
  return {
    model,
    promptText: words.slice(0, longestPrompt),
    ratio: ratios[shape],
    duration: seconds,
    seed,
    ...(first && {
      promptImage: `data:${first.mediaType};base64,${Buffer.from(first.bytes).toString('base64')}`,
    }),
  };
}

/** `PENDING`, `THROTTLED` while it waits for a place of ours, `RUNNING`: all of them only take time. */
function toLooked({ status, output = [], failureCode = '' }: z.output<typeof taskSchema>): Looked {
  const [url] = output;
  if (status === 'SUCCEEDED' && url !== undefined) return { state: 'made', url };
  if (failureCode.startsWith('SAFETY')) return { state: 'failed', error: declined(provider) };
  if (status === 'SUCCEEDED' || status === 'FAILED' || status === 'CANCELLED')
    return { state: 'failed', error: failedFilm(provider, failureCode || status) };
  return { state: 'working' };
}
