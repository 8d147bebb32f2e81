import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { VirtualClock } from './clock.js';
import { answerControl, badRequest, type ControlDeps } from './control-plane.js';
import { deliver } from './deliver.js';
import type { Fault } from './faults/fault.js';
import { replaceAnswer } from './faults/replace-answer.js';
import type { Journal } from './journal.js';
import type { Provider, SandboxRequest } from './provider.js';
import { hasBody, type RequestHead, readBody, readHead } from './read-request.js';
import { jsonResponse, Refusal, type SandboxResponse } from './response.js';
import type { Stage } from './stage.js';

export interface ServeDeps extends ControlDeps {
  readonly clock: VirtualClock;
  readonly stage: () => Stage;
  readonly journal: Journal | undefined;
  /** Aborts when the sandbox closes: what is late by then is never done. */
  readonly closing: AbortSignal;
}

/** A page in a browser could reach loopback under a name of its own; such a `Host` is refused. */
const isLoopbackHost = (host: string): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

/** What a provider does with a request that no fault keeps from it. */
async function work(
  { clock, journal }: ServeDeps,
  provider: Provider,
  request: SandboxRequest,
): Promise<SandboxResponse> {
  try {
    const principal = provider.authenticate(request);
    const facts = await provider.prepare?.(request);
    const accepted = { ...request, principal, facts, at: clock.now() };
    if (provider.changesState(request)) {
      journal?.appendRequest(provider.name, accepted);
    }
    return provider.handle(accepted);
  } catch (error) {
    if (error instanceof Refusal) {
      return error.response;
    }
    return provider.toErrorResponse(500, error instanceof Error ? error.message : 'unknown failure');
  }
}

/** The instant that the provider takes for now. */
function instantFor({ at }: RequestHead, fault: Fault | undefined): Date {
  return fault?.kind === 'clock_skew' ? new Date(at.getTime() + fault.ms) : at;
}

async function serveProvider(
  deps: ServeDeps,
  provider: Provider,
  head: RequestHead,
  fault: Fault | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { name } = provider;
  if (fault?.kind === 'reset_during_request') {
    deps.recorder.record(name, { ...head, body: Buffer.alloc(0) }, fault.kind);
    await (hasBody(head) ? once(incoming, 'data') : null);
    incoming.socket.resetAndDestroy();
    return;
  }
  const request = { ...head, at: instantFor(head, fault), body: await readBody(incoming) };
  deps.recorder.record(name, { ...request, at: head.at }, fault?.kind);
  if (fault?.kind === 'reset_before') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'latency') {
    await setTimeout(fault.ms, undefined, { signal: deps.closing });
  }
  const answer = replaceAnswer(fault, provider, request.at) ?? (await work(deps, provider, request));
  const headers = { date: request.at.toUTCString(), ...answer.headers };
  await deliver(outgoing, { ...answer, headers }, fault);
}

/** Takes one HTTP exchange from its first byte to its last. */
export async function serve(
  deps: ServeDeps,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (!isLoopbackHost(incoming.headers.host ?? '')) {
    await deliver(outgoing, jsonResponse(403, { error: 'the sandbox answers on loopback only' }));
    return;
  }
  const { prefix, head } = readHead(incoming, deps.clock.now);
  if (prefix === '__sandbox') {
    await deliver(outgoing, answerControl(deps, { ...head, body: await readBody(incoming) }));
    return;
  }
  const provider = deps.stage().providers.get(prefix);
  if (!provider) {
    await deliver(outgoing, jsonResponse(404, { error: `no stand-in named ${prefix}` }));
    return;
  }
  let fault: Fault | undefined;
  try {
    fault = deps.faults.take(provider.name, head);
  } catch (error) {
    await deliver(outgoing, badRequest(error));
    return;
  }
  await serveProvider(deps, provider, head, fault, incoming, outgoing);
}
