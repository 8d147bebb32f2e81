import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Http, HttpRequest } from '../http/http.js';
import { createPolicy } from '../resilience/create-policy.js';
import type { PolicyOptions } from '../resilience/policy-options.js';

/** A call and its way: what is asked, through which network, under which deadlines. */
export interface FaultTrial {
  readonly http: Http;
  readonly request: HttpRequest;
  /** The same provider when it is well, to fill the pool of connections with as many as before. */
  readonly well: HttpRequest;
  readonly policy: PolicyOptions & { readonly budgetMs: number };
}

/** Calls at the same time: what one of them leaves behind shows several times over. */
const atOnce = 8;

/** How long after its total deadline a call came back; negative when it ended before. */
export async function overrunMs({ http, request, policy }: FaultTrial): Promise<number> {
  const call = createPolicy(policy);
  const startedAt = performance.now();
  await call((signal) => http(request, signal), { repeatable: true }).catch(() => undefined);
  return performance.now() - startedAt - policy.budgetMs;
}

/** What calls left behind, in words: sockets and timers of this process, and listeners on their signals. */
export async function leaksOf(trial: FaultTrial): Promise<string[]> {
  const { http, request, policy } = trial;
  const call = createPolicy(policy);
  const run = new AbortController();
  const signals: AbortSignal[] = [run.signal];
  const listen = (signal: AbortSignal) => {
    signals.push(signal);
    return http(request, signal);
  };

  await fillPool(trial);
  await delay(20); // the last answers find their way home
  const before = resources();
  const calls = Array.from({ length: atOnce }, () => call(listen, { repeatable: true, signal: run.signal }));
  await Promise.allSettled(calls);
  await fillPool(trial);

  const listeners = signals.flatMap((signal) => getEventListeners(signal, 'abort')).length;
  return [...(await differences(before)), ...(listeners === 0 ? [] : [`${listeners} abort listeners`])];
}

async function fillPool({ http, well }: FaultTrial): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, () => http(well)));
}

/** Both ends of a connection live in this process, so a socket kept open here is counted there as well. */
function resources(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Empty as soon as everything is as before; what is still there after two seconds stays. */
async function differences(before: ReadonlyMap<string, number>): Promise<string[]> {
  for (let round = 0; round < 80; round += 1) {
    if (surplus(before).length === 0) return [];
    await delay(25);
  }
  return surplus(before);
}

function surplus(before: ReadonlyMap<string, number>): string[] {
  return [...resources()].flatMap(([name, count]) => {
    const more = count - (before.get(name) ?? 0);
    return more > 0 ? [`${more} ${name}`] : [];
  });
}
