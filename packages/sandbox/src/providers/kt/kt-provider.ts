import { credentials } from '../../credentials.js';
import { createIdempotency, readIdempotencyKey } from '../../idempotency.js';
import { problemResponse } from '../../problem.js';
import type { AcceptedRequest, Provider, SandboxRequest } from '../../provider.js';
import { readBearer } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededHex } from '../../seeded.js';
import type { Shown } from '../../shown.js';
import type { World } from '../../world.js';
import { readDeployRequest } from './deploy-request.js';
import { type Deployment, toDeploymentView, toShown, toStatus } from './deployment.js';
import { probeCreative } from './probe-creative.js';

/** KT publishes no API for these channels: this protocol is ours, and every answer says so. */
const assumed = { 'x-assumed-protocol': 'true' };

function label(response: SandboxResponse): SandboxResponse {
  return { ...response, headers: { ...response.headers, ...assumed } };
}

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  label(problemResponse(status, 'failure', reason));

const isOrder = ({ method, path }: SandboxRequest): boolean => method === 'POST' && path === '/deploy';

function createDesk(world: World) {
  const deployments = new Map<string, Deployment>();

  const find = (id: string): Deployment => {
    const deployment = deployments.get(id);
    if (!deployment) {
      throw new Refusal(toErrorResponse(404, 'No such deployment'));
    }
    return deployment;
  };

  return {
    deploy(request: AcceptedRequest): SandboxResponse {
      const { reference = readIdempotencyKey(request), ...order } = readDeployRequest(request);
      const number = world.nextNumber('kt deployment');
      const deploymentId = `kt_${seededHex(10, world.seed, 'kt', number)}${String(number).padStart(6, '0')}`;
      const deployment: Deployment = { ...order, reference, deploymentId, receivedAt: request.at };
      deployments.set(deploymentId, deployment);
      const { channel } = order;
      const at = request.at.toISOString();
      world.publish({ provider: 'kt', channel, externalId: deploymentId, reference, at });
      return jsonResponse(202, toDeploymentView(deployment, request.at));
    },
    answerList({ query, at }: AcceptedRequest): SandboxResponse {
      const found = [...deployments.values()].filter(({ reference }) => reference === query.get('reference'));
      return jsonResponse(200, { deployments: found.map((deployment) => toDeploymentView(deployment, at)) });
    },
    answerOne({ at }: AcceptedRequest, [id = '']: readonly string[]): SandboxResponse {
      return jsonResponse(200, toDeploymentView(find(id), at));
    },
    cancel({ at }: AcceptedRequest, [id = '']: readonly string[]): SandboxResponse {
      const deployment = find(id);
      if (['ON_AIR', 'ENDED', 'REJECTED'].includes(toStatus(deployment, at))) {
        throw new Refusal(problemResponse(409, 'too-late-to-cancel', 'It is too late to cancel'));
      }
      deployment.cancelledAt ??= at;
      return jsonResponse(200, toDeploymentView(deployment, at));
    },
    shown: (at: Date): readonly Shown[] =>
      [...deployments.values()].filter((one) => toStatus(one, at) === 'ON_AIR').map(toShown),
  };
}

function createRoutes(desk: ReturnType<typeof createDesk>): readonly Route[] {
  const once = createIdempotency();
  return [
    {
      method: 'POST',
      path: /^\/deploy$/,
      handle: (request) => once(request, () => desk.deploy(request)),
    },
    { method: 'GET', path: /^\/deployments$/, handle: desk.answerList },
    { method: 'GET', path: /^\/deployments\/([\w-]+)$/, handle: desk.answerOne },
    { method: 'DELETE', path: /^\/deployments\/([\w-]+)$/, handle: desk.cancel },
  ];
}

/** Assumed protocol for 우리동네TV, 지니TV ads and 링고비즈. */
export function createKtProvider(world: World): Provider {
  const desk = createDesk(world);
  const routes = createRoutes(desk);
  const dispatchLabelled = (request: AcceptedRequest): SandboxResponse => {
    try {
      return label(dispatch(routes, request, () => toErrorResponse(404, 'No such resource')));
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(label(error.response)) : error;
    }
  };
  return {
    name: 'kt',
    authenticate(request) {
      if (readBearer(request) !== credentials.kt.KT_API_TOKEN) {
        throw new Refusal(toErrorResponse(401, 'The token is not valid'));
      }
      return 'advertiser';
    },
    prepare: async (request) => (isOrder(request) ? probeCreative(request) : null),
    changesState: ({ method }) => method !== 'GET',
    handle: dispatchLabelled,
    shown: desk.shown,
    toErrorResponse,
  };
}
