import type { ErrorJson } from '../errors/index.js';
import type { Idempotency } from './journal.js';
import type { Json } from './json.js';

/** How one external side effect is done, and how to tell later whether it was. */
export interface EffectSpec<T extends Json> {
  readonly idempotency: Idempotency;
  /** What is asked for, without addresses or keys that change between runs. The same key with another request is a bug. */
  readonly request: Json;
  /** Won reserved before sending and settled after. @defaultValue 0 */
  readonly priceKrw?: number;
  /** What it came to, once that is known; at most its price. @defaultValue its price */
  costKrw?(value: T): number;
  /** `lookup` only: how long a lost request may still be at work, ms. @defaultValue 0 */
  readonly quietMs?: number;
  /**
   * Harmless work before it: an upload, a draft. Its handle is written down with the intent, so that an unanswered
   * send is looked up by the handle it was sent with. What fails here leaves the effect `not_sent`.
   */
  readonly prepare?: ((signal: AbortSignal) => Promise<string>) | undefined;
  /** How long a handle can be used, ms; past it, it is prepared anew. @defaultValue for ever */
  readonly handleLifeMs?: number | undefined;
  /** Does it once. */
  readonly send: (sending: Sending, signal: AbortSignal) => Promise<T>;
  /** `lookup` only: what came of a request whose answer was lost; `undefined` when it never arrived. */
  readonly find?: ((sending: Sending, signal: AbortSignal) => Promise<T | undefined>) | undefined;
  /** A person has it tried again: a final refusal of an earlier round no longer counts. @defaultValue false */
  readonly again?: boolean | undefined;
}

export interface Sending {
  /** Ours, and the same at every attempt of a round: put it where the provider keeps it. */
  readonly reference: string;
  /** What `prepare` returned. */
  readonly handle: string | undefined;
  /**
   * When it was prepared, else when it was first intended: the same at every attempt that must ask for the same.
   * What a request is dated or signed with comes from here, so that a repetition is the same to the byte.
   */
  readonly at: Date;
}

/**
 * What is definite. `confirmed`: a person says it happened, so there is no answer to read.
 * An effect that stays in doubt does not return: it parks the run.
 */
export type EffectResult<T extends Json> =
  | { readonly state: 'acked'; readonly value: T }
  | { readonly state: 'confirmed' }
  | { readonly state: 'rejected' | 'not_sent'; readonly error: ErrorJson };

/**
 * All that a workflow may use. No wall clock, randomness or I/O outside of it,
 * so that the same journal always leads to the same place.
 */
export interface RunContext {
  readonly runId: string;
  readonly signal: AbortSignal;
  /** Does a piece of work once for this run; afterwards its result comes from the journal. */
  step<T extends Json>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Does an external side effect at most once, and tells what became of it. */
  effect<T extends Json>(key: string, spec: EffectSpec<T>): Promise<EffectResult<T>>;
  /** Waits for every branch, then fails with the first failure: one branch never stops another. */
  all<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]>;
  /** The journalled present. */
  now(key: string): Promise<Date>;
  /** Returns at once when the time has come; otherwise leaves the run waiting until then. */
  sleepUntil(key: string, at: Date): Promise<void>;
  /** Leaves the run waiting for a person or a command unless `open`. Not memoised: asked again at each resume. */
  gate(waitingFor: string, open: boolean): void;
  /** Names what is going on, for whoever watches, and times it. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  item(stage: string, item: string, state: string, note?: string): void;
}

export interface WorkflowDefinition<Input extends Json = Json, Result extends Json = Json> {
  readonly name: string;
  /** Raised when a change would lead an old journal elsewhere. */
  readonly version: number;
  /** Older versions whose journals this one leads to the same place. @defaultValue none */
  readonly resumes?: readonly number[];
  readonly run: (context: RunContext, input: Input) => Promise<Result>;
}
