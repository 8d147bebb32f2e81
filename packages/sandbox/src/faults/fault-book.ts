import { isRecord, recordAt, textAt } from '../json.js';
import type { SandboxRequest } from '../provider.js';
import { isProviderName, type ProviderName } from '../provider-name.js';
import { createSeededRandom } from '../seeded.js';
import type { Fault } from './fault.js';
import { parseFault, parseFaultHeader } from './parse-fault.js';

export interface FaultScript {
  readonly provider: ProviderName;
  /** `path` fits when it is the start of the path below the provider's prefix. */
  readonly match?: { readonly method?: string; readonly path?: string };
  readonly fault: Fault;
  /** How often it strikes. @defaultValue 1; a brownout strikes until it is cleared */
  readonly times?: number;
  /** How many fitting requests pass first. @defaultValue 0 */
  readonly after?: number;
}

export interface FaultBook {
  add(script: FaultScript): void;
  list(): readonly FaultScript[];
  clear(): void;
  /** The fault that strikes this request, used up by asking. */
  take(provider: ProviderName, request: SandboxRequest): Fault | undefined;
}

interface PendingScript {
  readonly script: FaultScript;
  toPass: number;
  toStrike: number;
}

const fits = ({ script }: PendingScript, provider: ProviderName, request: SandboxRequest): boolean =>
  script.provider === provider &&
  (script.match?.method ?? request.method).toUpperCase() === request.method &&
  request.path.startsWith(script.match?.path ?? '');

/**
 * Reads a script as the control plane receives it.
 *
 * @throws Error when the provider or the fault is unknown.
 */
export function parseFaultScript(value: unknown): FaultScript {
  if (!isRecord(value) || !isProviderName(value['provider'])) {
    throw new Error('a fault script names its provider');
  }
  const match = recordAt(value, 'match');
  const method = textAt(match, 'method');
  const path = textAt(match, 'path');
  const { times, after } = value;
  return {
    provider: value['provider'],
    match: { ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) },
    fault: parseFault(value['fault']),
    ...(typeof times === 'number' ? { times } : {}),
    ...(typeof after === 'number' ? { after } : {}),
  };
}

/** @param enabled - When false no fault ever strikes, neither by script nor by header. */
export function createFaultBook({ seed, enabled }: { seed: string; enabled: boolean }): FaultBook {
  let pending: PendingScript[] = [];
  const random = createSeededRandom(`${seed}/brownout`);

  const strike = (provider: ProviderName, request: SandboxRequest): Fault | undefined => {
    for (const entry of pending.filter((candidate) => fits(candidate, provider, request))) {
      if (entry.toPass > 0) {
        entry.toPass -= 1;
        continue;
      }
      entry.toStrike -= 1;
      pending = pending.filter(({ toStrike }) => toStrike > 0);
      return entry.script.fault;
    }
    return undefined;
  };

  return {
    add(script) {
      const times = script.times ?? (script.fault.kind === 'brownout' ? Number.POSITIVE_INFINITY : 1);
      pending.push({ script, toPass: script.after ?? 0, toStrike: times });
    },
    list: () => pending.map(({ script }) => script),
    clear() {
      pending = [];
    },
    take(provider, request) {
      if (!enabled) {
        return undefined;
      }
      const fault = parseFaultHeader(request.headers['x-sandbox-fault'] ?? '') ?? strike(provider, request);
      return fault?.kind === 'brownout' && random() >= fault.p ? undefined : fault;
    },
  };
}
