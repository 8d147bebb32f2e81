import { credentials } from '../../credentials.js';
import { type PngSize, paintSeededPng } from '../../media/png.js';
import { readMultipart } from '../../multipart.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readBearer } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch } from '../../routes.js';
import { seededBytes, seededHex } from '../../seeded.js';
import type { World } from '../../world.js';

/** [M] for the names. */
const names: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  402: 'payment_required',
  403: 'content_moderation',
  404: 'not_found',
  413: 'payload_too_large',
  422: 'unprocessable_entity',
  429: 'rate_limit_exceeded',
};

function toErrorResponse(status: number, reason: string): SandboxResponse {
  const name = names[status] ?? 'internal_error';
  return jsonResponse(status, { id: seededHex(32, name, reason), name, errors: [reason] });
}

function refuse(status: number, reason: string): never {
  throw new Refusal(toErrorResponse(status, reason));
}

/** Of a square megapixel. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  '1:1': [1_024, 1_024],
  '16:9': [1_344, 768],
  '9:16': [768, 1_344],
  '4:5': [896, 1_088],
  '5:4': [1_088, 896],
  '2:3': [832, 1_216],
  '3:2': [1_216, 832],
  '21:9': [1_536, 640],
  '9:21': [640, 1_536],
};
const known = ['prompt', 'negative_prompt', 'aspect_ratio', 'seed', 'output_format', 'style_preset', 'model'];
const longestPrompt = 10_000;
const mostSeed = 4_294_967_294;

/** Marks in a prompt that moderation acts on: before painting, and after it. */
const marks = { refused: 'SANDBOX_MODERATION', blurred: 'SANDBOX_FILTERED' } as const;

function readFields(request: AcceptedRequest): ReadonlyMap<string, string> {
  const fields = readMultipart(request) ?? refuse(400, 'content-type must be multipart/form-data');
  const foreign = [...fields.keys()].find((name) => !known.includes(name));
  if (foreign !== undefined) {
    refuse(400, `${foreign}: unknown field`);
  }
  const [prompt, negative] = [fields.get('prompt') ?? '', fields.get('negative_prompt') ?? ''];
  if (prompt === '' || Math.max(prompt.length, negative.length) > longestPrompt) {
    refuse(400, `prompt: must have 1 to ${longestPrompt} characters`);
  }
  return prompt.includes(marks.refused) ? refuse(403, 'Your request was flagged by moderation.') : fields;
}

function readSeed(fields: ReadonlyMap<string, string>): number {
  const seed = Number(fields.get('seed') ?? 0);
  return Number.isInteger(seed) && seed >= 0 && seed <= mostSeed
    ? seed
    : refuse(400, `seed: must be 0 to ${mostSeed}`);
}

function readSize(fields: ReadonlyMap<string, string>): PngSize {
  const [widthPx, heightPx] =
    sizes[fields.get('aspect_ratio') ?? '1:1'] ?? refuse(400, 'aspect_ratio: unknown');
  return { widthPx, heightPx };
}

/** `POST /v2beta/stable-image/generate/…`: raw bytes or base64, as `Accept` asks. Blurred pictures are paid for too. */
function paint({ seed: worldSeed }: World, request: AcceptedRequest): SandboxResponse {
  const accept = request.headers['accept'] ?? '';
  if (accept !== 'image/*' && accept !== 'application/json') {
    return toErrorResponse(400, 'accept: must be image/* or application/json');
  }
  const fields = readFields(request);
  if ((fields.get('output_format') ?? 'png') !== 'png') {
    return toErrorResponse(400, 'output_format: the sandbox paints png only');
  }
  const seed = readSeed(fields) || seededBytes(worldSeed, request.body).readUInt32BE(0);
  const prompt = fields.get('prompt') ?? '';
  const bytes = paintSeededPng(readSize(fields), `${seed}/${prompt}`);
  const finish = prompt.includes(marks.blurred) ? 'CONTENT_FILTERED' : 'SUCCESS';
  if (accept === 'application/json') {
    return jsonResponse(200, { image: bytes.toString('base64'), finish_reason: finish, seed });
  }
  const headers = { 'content-type': 'image/png', 'finish-reason': finish, seed: String(seed) };
  return { status: 200, headers, body: bytes };
}

/** Stability's hosted Stable Image: core, ultra and SD 3.5. */
export function createStabilityProvider(world: World): Provider {
  return {
    name: 'stability',
    authenticate(request) {
      if (readBearer(request) !== credentials.stability.STABILITY_API_KEY) {
        refuse(401, 'The API key is missing or wrong.');
      }
      return 'account';
    },
    changesState: () => false,
    handle: (request) =>
      dispatch(
        [
          {
            method: 'POST',
            path: /^\/v2beta\/stable-image\/generate\/(?:core|ultra|sd3)$/,
            handle: (asked) => paint(world, asked),
          },
        ],
        request,
        () => toErrorResponse(404, 'no such endpoint'),
      ),
    toErrorResponse,
  };
}
