import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import { clipOf } from '../../media/clip.js';
import { createFilmJobs, type FilmJobs, fateOf } from '../../model/film-jobs.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';

const statuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
};

function toErrorResponse(code: number, message: string): SandboxResponse {
  return jsonResponse(code, { error: { code, message, status: statuses[code] ?? 'INTERNAL', details: [] } });
}

function refuse(code: number, message: string): never {
  throw new Refusal(toErrorResponse(code, message));
}

const models = ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'];
const shapes: Readonly<Record<string, 'tall' | 'wide'>> = { '9:16': 'tall', '16:9': 'wide' };
const seconds = [4, 6, 8];
const knownParameters = ['aspectRatio', 'durationSeconds', 'resolution', 'negativePrompt', 'seed'];

function readOrder(request: AcceptedRequest): JsonRecord {
  const body = readJsonBody(request);
  if (!isRecord(body) || readContentType(request) !== 'application/json') {
    return refuse(400, 'Invalid JSON payload received.');
  }
  const [instance, ...others] = listAt(body, 'instances');
  if (!isRecord(instance) || others.length > 0 || (textAt(instance, 'prompt') ?? '') === '') {
    return refuse(400, 'instances: one with a prompt is needed');
  }
  checkParameters(recordAt(body, 'parameters'));
  const image = instance['image'];
  const isEncoded = isRecord(image) && /^image\/(png|jpeg)$/.test(textAt(image, 'mimeType') ?? '');
  return image === undefined || isEncoded ? body : refuse(400, 'image: mimeType is missing');
}

function checkParameters(parameters: JsonRecord): void {
  const foreign = Object.keys(parameters).find((name) => !knownParameters.includes(name));
  if (foreign !== undefined) {
    refuse(400, `Unknown name "${foreign}" at 'parameters': Cannot find field.`);
  }
  if (!seconds.includes(Number(parameters['durationSeconds']))) {
    refuse(400, 'durationSeconds: must be 4, 6 or 8');
  }
}

function order(world: World, jobs: FilmJobs, model: string, request: AcceptedRequest): SandboxResponse {
  if (!models.includes(model)) {
    refuse(404, `models/${model} is not found for API version v1beta`);
  }
  const body = readOrder(request);
  const ratio = textAt(recordAt(body, 'parameters'), 'aspectRatio') ?? '16:9';
  const shape = shapes[ratio] ?? refuse(400, 'aspectRatio: must be 16:9 or 9:16');
  const id = seededHex(12, world.seed, 'veo', world.nextNumber('veo'));
  const [instance] = listAt(body, 'instances');
  const prompt = isRecord(instance) ? (textAt(instance, 'prompt') ?? '') : '';
  jobs.add({ id, shape, createdAt: request.at, ...fateOf(prompt) });
  return jsonResponse(200, { name: `models/${model}/operations/${id}` });
}

function show(world: World, jobs: FilmJobs, name: string, id: string): SandboxResponse {
  const now = jobs.poll(jobs.find(id) ?? refuse(404, 'no such operation'));
  if (now.state !== 'over') {
    return jsonResponse(200, { name, done: false });
  }
  if (now.fate === 'broken') {
    return jsonResponse(200, {
      name,
      done: true,
      error: { code: 13, message: 'Internal error', status: 'INTERNAL' },
    });
  }
  const uri = `${world.origin()}/veo/v1beta/files/${id}:download?alt=media`;
  /** A refusal is a success without a film. [M] */
  const made =
    now.fate === 'refused'
      ? { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['The prompt was filtered.'] }
      : { generatedSamples: [{ video: { uri } }] };
  return jsonResponse(200, { name, done: true, response: { generateVideoResponse: made } });
}

/** The first address of a film only leads to another. */
function createRoutes(world: World, jobs: FilmJobs): readonly Route[] {
  const film = (id: string) => jobs.find(id) ?? refuse(404, 'no such file');
  return [
    {
      method: 'POST',
      path: /^\/v1beta\/models\/([\w.-]+):predictLongRunning$/,
      handle: (request, [model = '']) => order(world, jobs, model, request),
    },
    {
      method: 'GET',
      path: /^\/v1beta\/(models\/[\w.-]+\/operations\/(\w+))$/,
      handle: (_request, [name = '', id = '']) => show(world, jobs, name, id),
    },
    {
      method: 'GET',
      path: /^\/v1beta\/files\/(\w+):download$/,
      handle: (_request, [id = '']) => ({
        status: 302,
        headers: { location: `${world.origin()}/veo/media/${film(id).id}` },
        body: Buffer.alloc(0),
      }),
    },
    {
      method: 'GET',
      path: /^\/media\/(\w+)$/,
      handle: (_request, [id = '']) => ({
        status: 200,
        headers: { 'content-type': 'video/mp4' },
        body: clipOf(film(id).shape),
      }),
    },
  ];
}

/** Veo through the Gemini API: a long-running operation, and a film behind a redirect. */
export function createVeoProvider(world: World): Provider {
  const jobs = createFilmJobs();
  const routes = createRoutes(world, jobs);
  return {
    name: 'veo',
    authenticate({ headers }) {
      if (headers['x-goog-api-key'] !== credentials.veo.GEMINI_API_KEY) {
        refuse(403, 'API key not valid. Please pass a valid API key.');
      }
      return 'project';
    },
    changesState: ({ path }) => /:predictLongRunning$|\/operations\//.test(path),
    handle: (request) => dispatch(routes, request, () => toErrorResponse(404, 'Not Found')),
    toErrorResponse,
  };
}
