import { BugError, isCancellation, KtEventError, toKtEventError, UserError } from '../errors/index.js';
import { type ContextDeps, createContext } from './context.js';
import type { Dispatcher } from './dispatcher.js';
import type { Journal, Run, RunChange } from './journal.js';
import type { Json } from './json.js';
import { type JobClass, priorityOf } from './priority.js';
import { ParkedEffect, Suspension } from './suspension.js';
import type { WorkflowDefinition } from './workflow.js';

export interface EngineOptions extends Omit<ContextDeps, 'capKrw'> {
  readonly journal: Journal;
  readonly dispatcher: Dispatcher;
  readonly newId: () => string;
}

export interface StartOptions {
  /** @defaultValue a new UUID */
  readonly runId?: string;
  /** What the run is about, for listing. */
  readonly subject: string;
  /** @defaultValue 1 */
  readonly jobClass?: JobClass;
}

export interface AdvanceRunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly capKrw?: number | undefined;
}

/** Executes workflows so that a kill at any point costs nothing but the time since the last step. */
export interface Engine {
  /** Writes the run down. Nothing is executed yet. */
  start<Input extends Json>(
    definition: Pick<WorkflowDefinition<Input>, 'name' | 'version'>,
    input: Input,
    options: StartOptions,
  ): Promise<Run>;
  /**
   * Executes the run until it ends, waits, is parked or fails. Resuming is the same call.
   * @throws StoreError `STORE_003`, `STORE_004`; UserError `USER_002`, `USER_011`; BugError `BUG_003`
   * @throws what the workflow threw, after recording it; the run stays resumable.
   */
  advance(runId: string, definition: WorkflowDefinition, options?: AdvanceRunOptions): Promise<Run>;
  /** Ends a run for good. What has been done stays done. */
  cancel(runId: string): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { journal, dispatcher, newId, now } = options;

  async function find(runId: string): Promise<Run> {
    const run = await journal.find(runId);
    if (!run) throw new UserError('USER_002', { what: 'run', id: runId });
    return run;
  }

  async function execute(
    run: Run,
    definition: WorkflowDefinition,
    { signal, capKrw }: AdvanceRunOptions,
  ): Promise<Run> {
    const context = createContext(
      holdOf(run),
      { ...options, capKrw },
      signal ?? new AbortController().signal,
    );
    const change = await outcomeOf(() => definition.run(context, run.input));
    await journal.change(holdOf(run), change.change);
    if (change.error !== undefined) throw change.error;
    return find(run.id);
  }

  return {
    start: ({ name, version }, input, { runId = newId(), subject, jobClass = 1 }) =>
      journal.create({
        id: runId,
        definition: name,
        version,
        input,
        subject,
        priority: priorityOf(now(), jobClass),
      }),

    async advance(runId, definition, advanceOptions = {}) {
      const known = await find(runId);
      if (known.state === 'ended' || known.state === 'cancelled') return known;
      if (known.definition !== definition.name || known.version !== definition.version) {
        throw new BugError('BUG_003', { runId, definition: `${known.definition}@${known.version}` });
      }
      return dispatcher.dispatch(known.priority, async () => {
        const run = await journal.take(runId);
        try {
          return await execute(run, definition, advanceOptions);
        } finally {
          await journal.release(runId);
        }
      });
    },

    async cancel(runId) {
      const { state } = await find(runId);
      if (state === 'ended') throw new UserError('USER_008', { state, action: 'cancel' });
      await journal.changeIdle(runId, { state: 'cancelled' });
    },
  };
}

const holdOf = ({ id, fence }: Run) => ({ runId: id, fence });

interface Outcome {
  readonly change: RunChange;
  readonly error?: unknown;
}

/** Translates how a workflow left into what the journal keeps. */
async function outcomeOf(run: () => Promise<Json>): Promise<Outcome> {
  try {
    return { change: { state: 'ended', result: await run(), wakeAt: undefined, waitingFor: undefined } };
  } catch (error) {
    if (error instanceof Suspension) {
      const { waitingFor, wakeAt } = error;
      return { change: { state: 'waiting', waitingFor, wakeAt: wakeAt?.toISOString() } };
    }
    if (error instanceof ParkedEffect) return { change: { state: 'parked', waitingFor: error.effectId } };
    if (isCancellation(error)) return { change: { state: 'queued' }, error: toKtEventError(error) };
    if (KtEventError.is(error) && error.code === 'STORE_003') throw error; // another process has the run now
    const known = toKtEventError(error);
    return { change: { state: 'failed', error: known.toJSON() }, error: known };
  }
}
