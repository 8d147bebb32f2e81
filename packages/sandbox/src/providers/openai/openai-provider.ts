import { credentials } from '../../credentials.js';
import { isRecord } from '../../json.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readBearer, readContentType, readJsonBody } from '../../request-body.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';
import { answerChat } from './chat-completions.js';
import { answerImages } from './images.js';
import type { OpenaiCall } from './openai-call.js';
import { refuseOpenai, toOpenaiError } from './openai-error.js';
import { chatModels, imageModels } from './openai-models.js';
import { answerResponses } from './responses.js';

function withLimits(response: SandboxResponse, id: string): SandboxResponse {
  const limits = {
    'x-request-id': `req_sbx_${id}`,
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': '499',
    'x-ratelimit-reset-requests': '120ms',
  };
  return { ...response, headers: { ...response.headers, ...limits } };
}

function createAnswer(world: World, answer: (call: OpenaiCall) => SandboxResponse) {
  return (request: AcceptedRequest): SandboxResponse => {
    const body = readJsonBody(request);
    if (!isRecord(body) || readContentType(request) !== 'application/json') {
      return refuseOpenai(400, 'We could not parse the JSON body of your request.');
    }
    const seed = seededHex(64, world.seed, request.body);
    const id = `${seed.slice(0, 16)}_${world.nextNumber(`openai ${seed}`)}`;
    return withLimits(answer({ body, seed, id, at: request.at }), id);
  };
}

function answerModels(): SandboxResponse {
  const data = [...chatModels, ...imageModels].map(({ id, endsOn = null }) => ({
    id,
    object: 'model',
    created: 1_700_000_000,
    owned_by: 'openai',
    shutdown_date: endsOn,
  }));
  return jsonResponse(200, { object: 'list', data });
}

/** Chat, responses, images and models. The base URL may end in `/v1` or not. */
export function createOpenaiProvider(world: World): Provider {
  const routes: readonly Route[] = [
    { method: 'POST', path: /^(?:\/v1)?\/chat\/completions$/, handle: createAnswer(world, answerChat) },
    { method: 'POST', path: /^(?:\/v1)?\/responses$/, handle: createAnswer(world, answerResponses) },
    { method: 'POST', path: /^(?:\/v1)?\/images\/generations$/, handle: createAnswer(world, answerImages) },
    { method: 'GET', path: /^(?:\/v1)?\/models$/, handle: answerModels },
  ];
  return {
    name: 'openai',
    authenticate(request) {
      if (readBearer(request) !== credentials.openai.OPENAI_API_KEY) {
        refuseOpenai(401, 'Incorrect API key provided.');
      }
      return 'project';
    },
    changesState: () => false,
    handle: (request) => dispatch(routes, request, () => toOpenaiError(404, 'Invalid URL')),
    toErrorResponse: toOpenaiError,
  };
}
