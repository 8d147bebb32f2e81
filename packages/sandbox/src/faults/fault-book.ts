import type { SandboxRequest } from '../provider.js';
import type { ProviderName } from '../provider-name.js';
import { createSeededRandom } from '../seeded.js';
import { drawChaos } from './draw-chaos.js';
import type { Fault } from './fault.js';
import type { FaultScript } from './fault-script.js';
import { parseFaultHeader } from './parse-fault.js';

export interface FaultBook {
  add(script: FaultScript): void;
  list(): readonly FaultScript[];
  clear(): void;
  /** Clears, and draws from the start of the seed again. */
  reset(): void;
  /**
   * The fault that strikes this request, used up by asking.
   *
   * @throws Error when the request asks for a fault that does not exist.
   */
  take(provider: ProviderName, request: Omit<SandboxRequest, 'body'>): Fault | undefined;
}

interface PendingScript {
  readonly script: FaultScript;
  toPass: number;
  toStrike: number;
}

type Random = () => number;

const fits = ({ script }: PendingScript, provider: ProviderName, { method, path }: RequestLine): boolean =>
  script.provider === provider &&
  (script.match?.method ?? method).toUpperCase() === method &&
  path.startsWith(script.match?.path ?? '');

type RequestLine = Pick<SandboxRequest, 'method' | 'path'>;

function isEndless({ fault, probability }: FaultScript): boolean {
  return fault.kind === 'brownout' || fault.kind === 'chaos' || probability !== undefined;
}

/** Whether the script strikes a request that fits it. */
function strikes(entry: PendingScript, random: Random): boolean {
  const { probability } = entry.script;
  if (entry.toPass > 0) {
    entry.toPass -= 1;
    return false;
  }
  return probability === undefined || random() < probability;
}

/** What a storm has for this one call. */
function settle(fault: Fault | undefined, random: Random): Fault | undefined {
  if (fault?.kind !== 'brownout' && fault?.kind !== 'chaos') {
    return fault;
  }
  if (random() >= fault.p) {
    return undefined;
  }
  return fault.kind === 'chaos' ? drawChaos(random) : fault;
}

/**
 * The scripts that wait for their request. Each provider has a row of numbers of its own from the seed, so what
 * it draws depends on the order of its own calls alone.
 *
 * @param enabled - When false no fault ever strikes, neither by script nor by header.
 */
export function createFaultBook({ seed, enabled }: { seed: string; enabled: boolean }): FaultBook {
  let pending: PendingScript[] = [];
  const rows = new Map<ProviderName, Random>();

  const rowOf = (provider: ProviderName): Random => {
    const row = rows.get(provider) ?? createSeededRandom(`${seed}/faults/${provider}`);
    rows.set(provider, row);
    return row;
  };
  const strike = (provider: ProviderName, request: RequestLine): Fault | undefined => {
    for (const entry of pending.filter((candidate) => fits(candidate, provider, request))) {
      if (strikes(entry, rowOf(provider))) {
        entry.toStrike -= 1;
        pending = pending.filter(({ toStrike }) => toStrike > 0);
        return entry.script.fault;
      }
    }
    return undefined;
  };
  const clear = (): void => {
    pending = [];
  };

  return {
    add(script) {
      const times = script.times ?? (isEndless(script) ? Number.POSITIVE_INFINITY : 1);
      pending.push({ script, toPass: script.after ?? 0, toStrike: times });
    },
    list: () => pending.map(({ script }) => script),
    clear,
    reset() {
      clear();
      rows.clear();
    },
    take(provider, request) {
      if (!enabled) {
        return undefined;
      }
      const asked = parseFaultHeader(request.headers['x-sandbox-fault'] ?? '');
      return settle(asked ?? strike(provider, request), rowOf(provider));
    },
  };
}
