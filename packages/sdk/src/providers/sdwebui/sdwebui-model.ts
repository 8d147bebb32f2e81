import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { composeImageModel, fromBase64, type ImageModelOptions } from '../compose-image-model.js';
import type { ImageModel, PaintRequest } from '../image-model.js';

export interface SdwebuiOptions extends Omit<ImageModelOptions, 'model'> {
  /** Of the server's own list. @defaultValue the one that it has loaded */
  readonly checkpoint?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

const provider = 'sdwebui';
/** Names the one that the server has loaded: we did not choose it. */
const loadedCheckpoint = 'loaded-checkpoint';

const answerSchema = z.object({ images: z.array(z.string()).min(1) });
const failureSchema = z.object({ error: z.string() });

/** What Stable Diffusion XL was taught on; a graphics card of usual size holds it. */
const sidePx = 1_024;
/** Of the same shape, for a card that has no memory left for more. */
const smallPx = 768;
/** A PNG of that size in Base64, with room. */
const maxBytes = 16 * 1024 * 1024;

/**
 * Stable Diffusion behind the API of AUTOMATIC1111's WebUI, which Forge and SD.Next speak too. It is the store's own
 * machine: painting again costs nothing and, with the same seed, gives the same picture.
 */
export function createSdwebuiModel(options: SdwebuiOptions): ImageModel {
  const { checkpoint = loadedCheckpoint, http } = options;
  const paint = async (request: PaintRequest, px: number, signal: AbortSignal) =>
    http(toRequest(options, toBody(options, request, px)), signal);
  return composeImageModel({
    ...options,
    model: checkpoint,
    provider,
    repeatable: true,
    async ask(request, signal) {
      const first = await paint(request, sidePx, signal);
      const answer = isOutOfMemory(first) ? await paint(request, smallPx, signal) : first;
      const { images } = readJson(requireAccepted(answer), answerSchema, provider);
      return fromBase64(images[0] ?? '', provider);
    },
  });
}

/** Neither a graphics card's memory nor a mistake of ours comes back by waiting. */
function requireAccepted(response: HttpResponse): HttpResponse {
  if (isOutOfMemory(response)) {
    throw new ProviderError('PROVIDER_001', {
      provider,
      reason: 'out of memory, also for a smaller picture',
    });
  }
  return requireOk(response, provider);
}

function isOutOfMemory(response: HttpResponse): boolean {
  if (response.status !== 500) return false;
  try {
    return readJson(response, failureSchema, provider).error === 'OutOfMemoryError';
  } catch {
    return false; // another failure in another form
  }
}

function toBody({ checkpoint }: SdwebuiOptions, { prompt, avoid, seed }: PaintRequest, px: number) {
  return {
    prompt,
    negative_prompt: avoid,
    width: px,
    height: px,
    steps: 25,
    cfg_scale: 6.5,
    sampler_name: 'Euler a',
    seed,
    batch_size: 1,
    n_iter: 1,
    send_images: true,
    save_images: false,
    ...(checkpoint !== undefined && {
      override_settings: { sd_model_checkpoint: checkpoint },
      override_settings_restore_afterwards: true,
    }),
  };
}

function toRequest({ baseUrl, user, password }: SdwebuiOptions, json: object) {
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    provider,
    method: 'POST',
    url: `${baseUrl}/sdapi/v1/txt2img`,
    ...(user !== undefined && { headers: { authorization: `Basic ${basic}` } }),
    json,
    maxBytes,
  } as const;
}
