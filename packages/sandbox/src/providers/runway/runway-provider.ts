import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, textAt } from '../../json.js';
import { clipOf } from '../../media/clip.js';
import { createFilmJobs, type FilmJobs, fateOf, linkExpiry } from '../../model/film-jobs.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readBearer, readContentType, readJsonBody } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  jsonResponse(status, { error: reason });

function refuse(status: number, reason: string): never {
  throw new Refusal(toErrorResponse(status, reason));
}

const version = '2024-11-06';
const models = ['gen4.5', 'gen4_turbo', 'veo3.1', 'veo3.1_fast'];
/** From memory. */
const wantsImage = ['gen4_turbo'];
/** Of those that films here are made in. */
const shapes: Readonly<Record<string, 'tall' | 'wide'>> = { '720:1280': 'tall', '1280:720': 'wide' };
const longestPrompt = 1_000;
const mostImageBytes = 5 * 1_024 * 1_024;

function readOrder(request: AcceptedRequest, withImage: boolean): JsonRecord {
  const body = readJsonBody(request);
  if (!isRecord(body) || readContentType(request) !== 'application/json') {
    return refuse(400, 'The body must be JSON.');
  }
  const prompt = textAt(body, 'promptText') ?? '';
  checkModel(textAt(body, 'model') ?? '', withImage);
  if (prompt.length > longestPrompt || (!withImage && prompt === '')) {
    refuse(400, `promptText: at most ${longestPrompt} UTF-16 code units`);
  }
  checkInteger(body, 'duration', 2, 10);
  checkInteger({ seed: 0, ...body }, 'seed', 0, 4_294_967_295);
  const isFit = withImage ? isImage(body['promptImage']) : body['promptImage'] === undefined;
  return isFit ? body : refuse(400, 'promptImage: needs an https or data URI');
}

function checkModel(model: string, withImage: boolean): void {
  const isKnown = models.includes(model);
  if (!isKnown || (!withImage && wantsImage.includes(model))) refuse(400, 'model: not available');
}

function checkInteger(body: JsonRecord, name: string, least: number, most: number): void {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    refuse(400, `${name}: must be ${least} to ${most}`);
  }
}

function isImage(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= mostImageBytes &&
    /^(https:\/\/|data:image\/(png|jpeg);base64,)/.test(value)
  );
}

function order(world: World, jobs: FilmJobs, withImage: boolean) {
  return (request: AcceptedRequest): SandboxResponse => {
    const body = readOrder(request, withImage);
    const shape = shapes[textAt(body, 'ratio') ?? ''] ?? refuse(400, 'ratio: not available');
    const hex = seededHex(32, world.seed, 'runway', world.nextNumber('runway'));
    const id = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
    jobs.add({ id, shape, createdAt: request.at, ...fateOf(textAt(body, 'promptText') ?? '') });
    return jsonResponse(200, { id });
  };
}

const failures = {
  refused: { failure: 'The prompt was flagged.', failureCode: 'SAFETY.INPUT.TEXT' },
  broken: { failure: 'The output was not usable.', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' },
} as const;

function show(world: World, jobs: FilmJobs, id: string, at: Date): SandboxResponse {
  const job = jobs.find(id) ?? refuse(404, 'no such task');
  const known = { id, createdAt: job.createdAt.toISOString() };
  const now = jobs.poll(job);
  if (now.state === 'waiting') {
    return jsonResponse(200, { ...known, status: 'THROTTLED' });
  }
  if (now.state === 'running') {
    return jsonResponse(200, { ...known, status: 'RUNNING', progress: now.progress });
  }
  if (now.fate === 'refused' || now.fate === 'broken') {
    return jsonResponse(200, { ...known, status: 'FAILED', ...failures[now.fate] });
  }
  const token = `${seededHex(16, world.seed, id)}`;
  const link = `${world.origin()}/runway/outputs/${id}.mp4?sig=${token}&until=${linkExpiry(at)}`;
  return jsonResponse(200, { ...known, status: 'SUCCEEDED', output: [link] });
}

function download(world: World, jobs: FilmJobs, id: string, { query, at }: AcceptedRequest): SandboxResponse {
  const job = jobs.find(id);
  const isSigned = query.get('sig') === seededHex(16, world.seed, id);
  if (!job || !isSigned || at.getTime() > Number(query.get('until'))) {
    return toErrorResponse(403, 'the link has expired');
  }
  return { status: 200, headers: { 'content-type': 'video/mp4' }, body: clipOf(job.shape) };
}

/** Runway's tasks: ordered, polled, downloaded under a link that dies after a day. */
export function createRunwayProvider(world: World): Provider {
  const jobs = createFilmJobs();
  const routes: readonly Route[] = [
    { method: 'POST', path: /^\/v1\/image_to_video$/, handle: order(world, jobs, true) },
    { method: 'POST', path: /^\/v1\/text_to_video$/, handle: order(world, jobs, false) },
    {
      method: 'GET',
      path: /^\/v1\/tasks\/([\w-]+)$/,
      handle: ({ at }, [id = '']) => show(world, jobs, id, at),
    },
    {
      method: 'GET',
      path: /^\/outputs\/([\w-]+)\.mp4$/,
      handle: (request, [id = '']) => download(world, jobs, id, request),
    },
  ];
  return {
    name: 'runway',
    authenticate(request) {
      if (request.path.startsWith('/outputs/')) {
        return 'link';
      }
      if (readBearer(request) !== credentials.runway.RUNWAYML_API_SECRET) {
        refuse(401, 'You have to provide a valid API key.');
      }
      if (request.headers['x-runway-version'] !== version) {
        refuse(400, `X-Runway-Version must be ${version}`);
      }
      return 'organization';
    },
    changesState: ({ path }) => !path.startsWith('/outputs/'),
    handle: (request) => dispatch(routes, request, () => toErrorResponse(404, 'no such endpoint')),
    toErrorResponse,
  };
}
