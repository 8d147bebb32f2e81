import { BugError, isCancellation, toKtEventError, UserError } from '../errors/index.js';
import { type ContextDeps, createContext } from './context.js';
import type { Dispatcher } from './dispatcher.js';
import type { Journal, Run, RunChange } from './journal.js';
import type { Json } from './json.js';
import { nextPauseMs, retrying } from './pause.js';
import { type JobClass, priorityOf } from './priority.js';
import { ParkedEffect, Suspension, Withdrawal } from './suspension.js';
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
   * @throws StoreError `STORE_003`, `STORE_004`; UserError `USER_002`, `USER_011`, `USER_040` for a
   * run that another version began; BugError `BUG_003` for a run of another workflow
   * @throws what the workflow threw, after recording it; the run stays resumable. What may pass (a `retryable`
   * error) leaves it `waiting` for `retry`, with the error and a time to try again; anything else leaves it `failed`.
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
    { known, definition, options: { signal, capKrw } }: Execution,
  ): Promise<Run> {
    const cancelling = toCancelling(signal);
    const context = createContext(holdOf(run), { ...options, capKrw }, cancelling.signal);
    const retryAt = (askedMs?: number) => new Date(now().getTime() + nextPauseMs(known, askedMs));
    try {
      const { change, error } = await outcomeOf(() => definition.run(context, run.input), retryAt);
      await journal.change(holdOf(run), change);
      if (error !== undefined) throw error;
      return await find(run.id);
    } finally {
      cancelling.release();
    }
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
      requireSuited(known, definition);
      return dispatcher.dispatch(known.priority, async () => {
        const run = await journal.take(runId);
        try {
          return await execute(run, { known, definition, options: advanceOptions });
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

/** A run goes the way it began: only a version that is known to lead its journal to the same place carries it on. */
function requireSuited({ id, definition, version }: Run, known: WorkflowDefinition): void {
  if (definition !== known.name) throw new BugError('BUG_003', { runId: id, definition });
  if (version === known.version || known.resumes?.includes(version)) return;
  const [begun, present] = [version, known.version].map((number) => `${definition}@${number}`);
  throw new UserError('USER_040', { begun: begun ?? '', known: present ?? '' });
}

const holdOf = ({ id, fence }: Run) => ({ runId: id, fence });

interface Execution {
  /** The run as the last execution left it. */
  readonly known: Run;
  readonly definition: WorkflowDefinition;
  readonly options: AdvanceRunOptions;
}

interface Cancelling {
  readonly signal: AbortSignal;
  release(): void;
}

/** Whatever reason a caller aborts with, a deadline of its own included: to a run it is a cancellation, no failure. */
function toCancelling(outer: AbortSignal | undefined): Cancelling {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  return { signal: controller.signal, release: () => outer?.removeEventListener('abort', abort) };
}

interface Outcome {
  readonly change: RunChange;
  readonly error?: unknown;
}

/** Translates how a workflow left into what the journal keeps. */
async function outcomeOf(run: () => Promise<Json>, retryAt: (askedMs?: number) => Date): Promise<Outcome> {
  try {
    return { change: { state: 'ended', result: await run(), wakeAt: undefined, waitingFor: undefined } };
  } catch (error) {
    return toPause(error, retryAt) ?? toFailure(error, retryAt);
  }
}

/** The ways to leave that are no failure. */
function toPause(error: unknown, retryAt: () => Date): Outcome | undefined {
  if (error instanceof Suspension) {
    const { waitingFor, wakeAt, reason } = error;
    const wait = { waitingFor, wakeAt: wakeAt?.toISOString(), error: reason?.toJSON() };
    return { change: { state: 'waiting', ...wait } };
  }
  if (error instanceof ParkedEffect) {
    const wakeAt = error.repeatable ? retryAt().toISOString() : undefined;
    return { change: { state: 'parked', waitingFor: error.effectId, wakeAt } };
  }
  if (error instanceof Withdrawal) return { change: { state: 'cancelled' } };
  return undefined;
}

/** What may pass is tried again by itself after a while; the error stays with the run until then. */
function toFailure(error: unknown, retryAt: (askedMs?: number) => Date): Outcome {
  const known = toKtEventError(error);
  if (known.code === 'STORE_003') throw known; // another process has the run now
  if (isCancellation(error)) return { change: { state: 'queued' }, error: known };
  const json = known.toJSON();
  if (!known.spec.retryable) return { change: { state: 'failed', error: json }, error: known };
  const wakeAt = retryAt(known.retryAfterMs).toISOString();
  return { change: { state: 'waiting', waitingFor: retrying, wakeAt, error: json }, error: known };
}
