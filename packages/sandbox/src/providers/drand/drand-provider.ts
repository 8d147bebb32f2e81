import type { AcceptedRequest, Provider } from '../../provider.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import type { World } from '../../world.js';
import { findQuicknetBeacon, quicknetInfo } from './quicknet.js';
import { type Beacon, createTestChain, type DrandInfo } from './test-chain.js';

export interface DrandProvider extends Provider {
  readonly info: DrandInfo;
}

interface Chain {
  readonly info: DrandInfo;
  /** A round number, or `latest`, at an instant. */
  find(round: string, at: Date): Beacon | undefined;
}

const foreverCached = { 'cache-control': 'public, max-age=31536000, immutable' };

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  jsonResponse(status, { error: reason });

const notFound = (): SandboxResponse => toErrorResponse(404, 'no such chain, or its round is not there yet');

/** Real relays answer 404 or 425 before a round exists, or wait; this one answers 404. */
function answerRound(beacon: Beacon | undefined, asked: string, isVersion2: boolean): SandboxResponse {
  if (!beacon) {
    return notFound();
  }
  const { round, signature } = beacon;
  const headers = asked === 'latest' ? { 'cache-control': 'no-cache' } : foreverCached;
  return jsonResponse(200, isVersion2 ? { round, signature } : beacon, headers);
}

/** `/relay-b` in front stands for a second, independent host of the same chain. */
function createRoutes(chains: readonly Chain[]): readonly Route[] {
  const byHash = (hash = '') => chains.find(({ info }) => info.hash === hash);
  const byId = (id = '') => chains.find(({ info }) => info.beaconID === id);

  const answerInfo = (chain: Chain | undefined): SandboxResponse => {
    if (!chain) {
      return notFound();
    }
    const { beaconID: _beaconID, ...info } = chain.info;
    return jsonResponse(200, info);
  };
  return [
    {
      method: 'GET',
      path: /^(?:\/relay-b)?\/chains$/,
      handle: () =>
        jsonResponse(
          200,
          chains.map(({ info }) => info.hash),
        ),
    },
    {
      method: 'GET',
      path: /^(?:\/relay-b)?\/([0-9a-f]{64})\/info$/,
      handle: (_request, [hash]) => answerInfo(byHash(hash)),
    },
    {
      method: 'GET',
      path: /^(?:\/relay-b)?\/([0-9a-f]{64})\/public\/(latest|[1-9]\d{0,12})$/,
      handle: ({ at }, [hash, round = '']) => answerRound(byHash(hash)?.find(round, at), round, false),
    },
    {
      method: 'GET',
      path: /^(?:\/relay-b)?\/v2\/beacons\/([\w-]+)\/rounds\/(latest|[1-9]\d{0,12})$/,
      handle: ({ at }, [id, round = '']) => answerRound(byId(id)?.find(round, at), round, true),
    },
  ];
}

export function createDrandProvider({ seed }: World): DrandProvider {
  const chain = createTestChain(seed);
  const routes = createRoutes([
    {
      info: chain.info,
      find(round, at) {
        const latest = chain.roundAt(at);
        const number = round === 'latest' ? latest : Number(round);
        return number >= 1 && number <= latest ? chain.beacon(number) : undefined;
      },
    },
    { info: quicknetInfo, find: (round) => findQuicknetBeacon(Number(round)) },
  ]);

  return {
    name: 'drand',
    info: chain.info,
    authenticate: () => 'anyone',
    changesState: () => false,
    handle: (request: AcceptedRequest) => dispatch(routes, request, notFound),
    toErrorResponse,
  };
}
