import { credentials } from '../../credentials.js';
import { toEventPieces } from '../../model/split-stream.js';
import { countTokens } from '../../model/tokens.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readBearer } from '../../request-body.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { World } from '../../world.js';
import { refuseAnthropic, toAnthropicError } from './anthropic-error.js';
import { anthropicModels } from './anthropic-models.js';
import { createMessageAnswer } from './message-answer.js';
import { toMessageEvents } from './message-events.js';
import { readMessageRequest } from './message-request.js';

function toModelView({ id, endsOn }: (typeof anthropicModels)[number]): Record<string, unknown> {
  return {
    type: 'model',
    id,
    display_name: id,
    created_at: '2025-01-01T00:00:00Z',
    retires_at: endsOn === undefined ? null : `${endsOn}T00:00:00Z`,
    capabilities: { structured_outputs: { supported: true } },
  };
}

function answerMessage(world: World, request: AcceptedRequest): SandboxResponse {
  const asked = readMessageRequest(request);
  const bodySeed = seededHex(64, world.seed, request.body);
  const answer = createMessageAnswer(asked, bodySeed);
  const number = world.nextNumber(`anthropic ${bodySeed}`);
  const message = {
    id: `msg_sbx_${bodySeed.slice(0, 16)}_${number}`,
    type: 'message',
    role: 'assistant',
    model: asked.model,
    content: [answer.block],
    stop_reason: answer.stopReason,
    stop_sequence: null,
    stop_details: null,
    usage: {
      input_tokens: countTokens(request.body.toString('utf8')),
      output_tokens: answer.outputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      service_tier: 'standard',
    },
  };
  const headers = {
    'request-id': `req_sbx_${bodySeed.slice(16, 32)}_${number}`,
    'anthropic-organization-id': 'sandbox',
    'anthropic-ratelimit-requests-limit': '50',
    'anthropic-ratelimit-requests-remaining': '49',
    'anthropic-ratelimit-requests-reset': new Date(request.at.getTime() + 60_000).toISOString(),
  };
  if (!asked.streamed) {
    return jsonResponse(200, message, headers);
  }
  const pieces = toEventPieces(toMessageEvents(message, answer));
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/event-stream; charset=utf-8' },
    body: Buffer.concat(pieces),
    pieces,
  };
}

function createRoutes(world: World): readonly Route[] {
  const data = anthropicModels.map(toModelView);
  return [
    { method: 'POST', path: /^\/v1\/messages$/, handle: (request) => answerMessage(world, request) },
    {
      method: 'GET',
      path: /^\/v1\/models$/,
      handle: () =>
        jsonResponse(200, { data, has_more: false, first_id: data[0]?.['id'], last_id: data.at(-1)?.['id'] }),
    },
    {
      method: 'GET',
      path: /^\/v1\/models\/([\w.-]+)$/,
      handle: (_request, [id]) =>
        jsonResponse(200, data.find((model) => model['id'] === id) ?? refuseAnthropic(404, `model: ${id}`)),
    },
  ];
}

/** Messages with either style of key. Nothing here is state: an answer follows from its request. */
export function createAnthropicProvider(world: World): Provider {
  const routes = createRoutes(world);
  return {
    name: 'anthropic',
    authenticate(request) {
      const key = request.headers['x-api-key'] ?? readBearer(request);
      if (key !== credentials.anthropic.ANTHROPIC_API_KEY) {
        refuseAnthropic(401, 'invalid x-api-key');
      }
      return 'workspace';
    },
    changesState: () => false,
    handle: (request) => dispatch(routes, request, () => toAnthropicError(404, 'Not found')),
    toErrorResponse: toAnthropicError,
  };
}
