import { isCancellation, KtEventError } from '../errors/index.js';
import { type EffectDeps, runEffect } from './effects.js';
import type { Hold } from './journal.js';
import type { Json } from './json.js';
import type { RunEvent } from './run-event.js';
import { ParkedEffect, Suspension } from './suspension.js';
import type { RunContext } from './workflow.js';

export interface ContextDeps extends EffectDeps {
  /** Milliseconds that only ever grow, for durations. */
  readonly elapsedMs: () => number;
  readonly emit: (event: RunEvent) => void;
}

/** What a workflow sees of one held run. */
export function createContext(hold: Hold, deps: ContextDeps, signal: AbortSignal): RunContext {
  const { journal, now, emit, elapsedMs } = deps;
  const { runId } = hold;

  const step: RunContext['step'] = async (key, work) => {
    const memo = await journal.step(runId, key);
    if (memo) return memo.result as never;
    signal.throwIfAborted();
    const result = toJson(await work(signal));
    await journal.recordStep(hold, key, result);
    return result;
  };

  return {
    runId,
    signal,
    step,
    effect: (key, spec) => runEffect({ hold, key, spec, signal, deps }),
    all: runAll,
    now: async (key) => new Date(await step(key, async () => now().toISOString())),
    async sleepUntil(key, at) {
      if (await journal.step(runId, key)) return;
      if (now() < at) throw new Suspension(key, at);
      await journal.recordStep(hold, key, at.toISOString());
    },
    gate(waitingFor, open) {
      if (!open) throw new Suspension(waitingFor);
    },
    async stage(name, work) {
      const key = `stage/${name}`;
      if (await journal.step(runId, key)) return work(); // told before: a resume goes through it in silence
      const startedMs = elapsedMs();
      emit({ type: 'stage:start', runId, stage: name });
      const result = await work();
      emit({ type: 'stage:end', runId, stage: name, durationMs: elapsedMs() - startedMs });
      await journal.recordStep(hold, key, null);
      return result;
    },
    item: (stage, item, state, note) => emit({ type: 'stage:item', runId, stage, item, state, note }),
  };
}

/** The journal gives back what JSON keeps, so the first execution must see no more than that. */
function toJson<T extends Json>(value: T): T {
  return value === undefined ? (null as T) : (JSON.parse(JSON.stringify(value)) as T);
}

/** Every branch ends before the first failure is told; a real error comes before a parked effect, and that before a wait. */
async function runAll<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]> {
  const settled = await Promise.allSettled(branches.map((branch) => branch()));
  const failures = settled.flatMap((branch) =>
    branch.status === 'rejected' ? [branch.reason as unknown] : [],
  );
  if (failures.length > 0) throw failures.sort((a, b) => rank(a) - rank(b))[0];
  return settled.flatMap((branch) => (branch.status === 'fulfilled' ? [branch.value] : []));
}

/** A parked effect that may settle later comes first of its kind, so that the run is woken for it. */
function rank(error: unknown): number {
  if (error instanceof Suspension) return 5;
  if (error instanceof ParkedEffect) return error.repeatable ? 3 : 4;
  if (isCancellation(error)) return 0;
  return KtEventError.is(error) && error.code.startsWith('STORE_') ? 1 : 2;
}
