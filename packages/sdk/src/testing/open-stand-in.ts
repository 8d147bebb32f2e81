import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, openSandbox, type ProviderName, type Sandbox } from '@kt-event/sandbox';
import { createGotHttp } from '../http/got-http.js';
import type { ChannelAdapter, ChannelPost } from '../providers/channel.js';
import type { ProviderOptions } from '../providers/provider-options.js';
import { createPolicy } from '../resilience/create-policy.js';
import type { ChannelFault, ChannelSubject } from './channel-subject.js';
import { squareJpeg } from './square-jpeg.js';

/** A weekday noon in Seoul, when every channel takes posts. */
export const noon = new Date('2026-12-01T12:00:00+09:00');

/** The sandbox, a place to fetch pictures from, and an address where nobody listens. */
export interface StandIn {
  readonly sandbox: Sandbox;
  readonly pictureUrl: string;
  readonly deadUrl: string;
  /** For an adapter of a provider at this address. Retries do not wait. */
  options(baseUrl: string): ProviderOptions;
  close(): Promise<void>;
}

export async function openStandIn(now: () => Date = () => noon): Promise<StandIn> {
  const sandbox = await openSandbox({ now });
  const pictures = createServer((_request, response) =>
    response.setHeader('content-type', 'image/jpeg').end(squareJpeg),
  );
  const http = createGotHttp();

  return {
    sandbox,
    pictureUrl: `${await listen(pictures)}/square.jpg`,
    deadUrl: await findDeadUrl(),
    options: (baseUrl) => ({
      baseUrl,
      mode: 'sandbox',
      http,
      policy: createPolicy({ name: 'test', concurrency: 10, retries: 2, timeoutMs: 5_000, ...still }),
    }),
    async close() {
      await close(pictures);
      await sandbox.close();
    },
  };
}

/** Nothing waits, and the breaker is out of the way. */
const still = { random: () => 0, sleep: async () => undefined, minimumCalls: 1_000 };

export interface SubjectOptions {
  readonly create: (baseUrl: string) => ChannelAdapter;
  readonly baseUrl: string;
  readonly provider: ProviderName;
  /** Start of the path of the request that publishes, below the provider's prefix. */
  readonly publishPath: string;
  readonly post: ChannelPost;
}

/** An adapter against its stand-in, for the channel contract. */
export function toSubject(standIn: StandIn, options: SubjectOptions): ChannelSubject {
  const { create, baseUrl, provider, publishPath, post } = options;
  return {
    adapter: create(baseUrl),
    post,
    published: () => standIn.sandbox.publications().length,
    network: {
      unreachable: create(standIn.deadUrl),
      fault(fault, times) {
        const match = { method: 'POST', path: publishPath };
        standIn.sandbox.addFault({ provider, match, fault: faults[fault], times });
      },
    },
    close: standIn.close,
  };
}

const faults: Readonly<Record<ChannelFault, Fault>> = {
  answerLost: { kind: 'accept_then_drop' },
  neverArrived: { kind: 'reset_before' },
  credentialsRefused: { kind: 'status', code: 401 },
  tooManyRequests: { kind: 'rate_limit', retryAfter: 'none' },
  serverError: { kind: 'status', code: 500 },
  unreadable: { kind: 'html_200' },
};

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function findDeadUrl(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  return url;
}
