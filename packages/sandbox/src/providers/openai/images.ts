import { type JsonRecord, textAt } from '../../json.js';
import { type PngSize, paintSeededPng } from '../../media/png.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import type { OpenaiCall } from './openai-call.js';
import { refuseOpenai } from './openai-error.js';
import { checkModel, imageModels } from './openai-models.js';

const longestPrompt = 32_000;
const mostImages = 10;
/** A prompt that holds this is refused by moderation. */
const blockedMark = 'SANDBOX_MODERATION';

function readSize(body: JsonRecord): PngSize {
  const size = textAt(body, 'size') ?? 'auto';
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size === 'auto' ? '1024x1024' : size) ?? [];
  const widthPx = Number(width);
  const heightPx = Number(height);
  const isGrid = widthPx % 16 === 0 && heightPx % 16 === 0;
  const isInside = Math.max(widthPx, heightPx) <= 3_840 && Math.min(widthPx, heightPx) <= 2_160;
  const ratio = widthPx / heightPx;
  return isGrid && isInside && ratio >= 1 / 3 && ratio <= 3
    ? { widthPx, heightPx }
    : refuseOpenai(400, `Invalid value: '${size}'.`, 'size', 'invalid_value');
}

function readPrompt(body: JsonRecord): string {
  const prompt = textAt(body, 'prompt') ?? '';
  if (prompt === '' || prompt.length > longestPrompt) {
    refuseOpenai(400, `prompt must have 1 to ${longestPrompt} characters`, 'prompt');
  }
  return prompt.includes(blockedMark)
    ? refuseOpenai(400, 'Your request was rejected by the safety system.', null, 'moderation_blocked')
    : prompt;
}

function readCount({ n = 1 }: JsonRecord): number {
  return typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= mostImages
    ? n
    : refuseOpenai(400, `n must be 1 to ${mostImages}`, 'n');
}

/** `POST /images/generations`: real PNG bytes of the asked size, always as base64. */
export function answerImages({ body, seed, at }: OpenaiCall): SandboxResponse {
  checkModel(imageModels, body['model'], at);
  const size = readSize(body);
  readPrompt(body);
  const count = readCount(body);
  if ((textAt(body, 'output_format') ?? 'png') !== 'png') {
    refuseOpenai(400, 'The sandbox paints png only', 'output_format', 'unsupported_value');
  }
  const data = Array.from({ length: count }, (_, index) => ({
    b64_json: paintSeededPng(size, `${seed}/${index}`).toString('base64'),
  }));
  return jsonResponse(200, {
    created: Math.floor(at.getTime() / 1_000),
    data,
    background: 'opaque',
    output_format: 'png',
    quality: textAt(body, 'quality') ?? 'auto',
    size: `${size.widthPx}x${size.heightPx}`,
    usage: { input_tokens: 20, output_tokens: 1_056 * count, total_tokens: 20 + 1_056 * count },
  });
}
