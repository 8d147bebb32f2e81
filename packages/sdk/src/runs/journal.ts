import type { ErrorJson } from '../errors/index.js';
import type { Json } from './json.js';

/**
 * `queued`: nobody works on it. `running`: somebody does, or died doing it. `waiting`: until `wakeAt` or a gate opens,
 * with the `error` that made it wait, if one did. `parked`: an effect is in doubt; a person must decide, unless
 * `wakeAt` says when it will be looked up again. `failed`: it stays so until somebody changes something and resumes.
 */
export type RunState = 'queued' | 'running' | 'waiting' | 'parked' | 'ended' | 'failed' | 'cancelled';

export interface Run {
  readonly id: string;
  readonly definition: string;
  readonly version: number;
  readonly input: Json;
  /** What the run is about, for listing. */
  readonly subject: string;
  readonly state: RunState;
  /** Raised each time somebody takes the run; a write under an older one is refused. */
  readonly fence: number;
  /** Static queue key: smaller goes first. */
  readonly priority: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly wakeAt?: string | undefined;
  readonly waitingFor?: string | undefined;
  readonly result?: Json | undefined;
  readonly error?: ErrorJson | undefined;
}

/** Proof of who may write: the run and the fence it was taken with. */
export interface Hold {
  readonly runId: string;
  readonly fence: number;
}

/** How a provider lets us avoid doing something twice: by our key, by looking it up, or not at all. */
export type Idempotency = 'keyed' | 'lookup' | 'none';

export type EffectState = 'intent' | 'acked' | 'rejected' | 'not_sent' | 'in_doubt' | 'parked';

/** One external side effect, from before its first byte leaves until its outcome is known. */
export interface Effect {
  /** `runId/key`, unique. */
  readonly id: string;
  readonly runId: string;
  readonly key: string;
  readonly idempotency: Idempotency;
  readonly state: EffectState;
  readonly fence: number;
  readonly attempts: number;
  /** Hash of the request: the same key with another request is a bug. */
  readonly fingerprint: string;
  /** Our reference in the provider's fields, by which it can be found again. */
  readonly clientRef: string;
  readonly reservedKrw: number;
  readonly settledKrw: number;
  readonly intentAt: string;
  readonly settledAt?: string | undefined;
  readonly result?: Json | undefined;
  readonly error?: ErrorJson | undefined;
  /** What was prepared for it. Stays with the effect: an unanswered one is looked up by it. */
  readonly handle?: string | undefined;
  /** When it was prepared: a repeated request is dated and signed with it. */
  readonly preparedAt: string;
  /** Raised when a person has it tried again after a final refusal; each round has a reference of its own. */
  readonly round: number;
}

/** What is known before the first byte leaves. */
export type EffectIntent = Pick<
  Effect,
  'key' | 'idempotency' | 'fingerprint' | 'clientRef' | 'reservedKrw' | 'handle' | 'preparedAt' | 'round'
> & {
  /** Highest sum of reserved and settled won of this run; `USER_017` when the reservation would pass it. */
  readonly capKrw?: number | undefined;
};

export interface EffectSettlement {
  readonly key: string;
  readonly state: Exclude<EffectState, 'intent'>;
  readonly settledKrw?: number | undefined;
  readonly result?: Json | undefined;
  readonly error?: ErrorJson | undefined;
  /** Written as the memoised step of the same key, in the same transaction. */
  readonly step?: Json | undefined;
}

export type RunChange = Partial<Pick<Run, 'state' | 'wakeAt' | 'waitingFor' | 'result' | 'error'>>;

/**
 * Where runs are remembered. Every write under a {@link Hold} is refused with `STORE_003`
 * when the run has been taken since, and is on disk when the promise resolves.
 */
export interface Journal {
  create(run: Pick<Run, 'id' | 'definition' | 'version' | 'input' | 'subject' | 'priority'>): Promise<Run>;
  find(runId: string): Promise<Run | undefined>;
  /** Unfinished first, then by priority and age. */
  list(filter?: { readonly states?: readonly RunState[]; readonly subject?: string }): Promise<Run[]>;
  /** How many runs are in each state, 0 included. */
  countByState(): Promise<Readonly<Record<RunState, number>>>;
  /** Raises the fence and marks the run running. @throws StoreError `STORE_004` while another live process holds it. */
  take(runId: string): Promise<Run>;
  /** Lets go of the operating system's lock taken by {@link take}. Safe to call twice. */
  release(runId: string): Promise<void>;
  change(hold: Hold, change: RunChange): Promise<void>;
  /** Marks a run nobody holds. Used for cancelling and for opening a gate. */
  changeIdle(runId: string, change: RunChange): Promise<void>;

  step(runId: string, key: string): Promise<{ readonly result: Json } | undefined>;
  /** @throws StoreError `STORE_003` */
  recordStep(hold: Hold, key: string, result: Json): Promise<void>;

  effect(runId: string, key: string): Promise<Effect | undefined>;
  effects(filter?: { readonly runId?: string; readonly states?: readonly EffectState[] }): Promise<Effect[]>;
  /** Commits the intent, counts the attempt, reserves the money. @throws UserError `USER_017`, BugError `BUG_002` */
  intend(hold: Hold, intent: EffectIntent): Promise<Effect>;
  settle(hold: Hold, settlement: EffectSettlement): Promise<Effect>;
  /** A person's answer about a parked effect. */
  resolve(effectId: string, happened: boolean): Promise<Effect>;
}
