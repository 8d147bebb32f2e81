import { isRecord, type JsonRecord, textAt } from '../../json.js';
import type { SandboxRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';
import { jsonResponse, Refusal } from '../../response.js';

export interface TextToImageRequest {
  readonly prompt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly images: number;
  /** -1: any. */
  readonly seed: number;
  /** Everything as it was asked, for the echo in `parameters`. */
  readonly parameters: JsonRecord;
}

export const samplers = ['Euler a', 'Euler', 'DPM++ 2M', 'DPM++ 2M Karras', 'DDIM', 'LCM'];

interface Range {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
}

const ranges: Readonly<Record<'width' | 'height' | 'steps' | 'batch_size' | 'n_iter' | 'seed', Range>> = {
  width: { fallback: 512, least: 64, most: 2_048 },
  height: { fallback: 512, least: 64, most: 2_048 },
  steps: { fallback: 50, least: 1, most: 150 },
  batch_size: { fallback: 1, least: 1, most: 8 },
  n_iter: { fallback: 1, least: 1, most: 8 },
  seed: { fallback: -1, least: -1, most: 4_294_967_295 },
};

/** From here on a graphics card of usual size is out of memory. */
const mostPixels = 1_536 * 1_536;

/** The list FastAPI answers with. */
function refuseField(name: string, message: string): never {
  throw new Refusal(
    jsonResponse(422, { detail: [{ loc: ['body', name], msg: message, type: 'value_error' }] }),
  );
}

function refuseRun(status: number, error: string, detail: string): never {
  throw new Refusal(jsonResponse(status, { error, detail, body: '', errors: detail }));
}

function readInteger(body: JsonRecord, name: keyof typeof ranges): number {
  const { fallback, least, most } = ranges[name];
  const value = body[name] ?? fallback;
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuseField(name, `value is not an integer from ${least} to ${most}`);
}

/** Reads a request as the WebUI would: schema first, then the sampler, then the memory. */
export function readTextToImageRequest(request: SandboxRequest): TextToImageRequest {
  const body = readJsonBody(request);
  if (!isRecord(body)) {
    return refuseField('prompt', 'value is not a valid dict');
  }
  const widthPx = readInteger(body, 'width');
  const heightPx = readInteger(body, 'height');
  readInteger(body, 'steps');
  const images = readInteger(body, 'batch_size') * readInteger(body, 'n_iter');
  const seed = readInteger(body, 'seed');
  if (!samplers.includes(textAt(body, 'sampler_name') ?? 'Euler')) {
    refuseRun(404, 'HTTPException', 'Sampler not found');
  }
  if (widthPx * heightPx >= mostPixels) {
    refuseRun(500, 'OutOfMemoryError', 'CUDA out of memory.');
  }
  return { prompt: textAt(body, 'prompt') ?? '', widthPx, heightPx, images, seed, parameters: body };
}
