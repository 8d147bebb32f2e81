import type { Receipt } from '../../schema/entry.js';

/** One request to enter, as its sender saw it. A repeat after a lost answer is an operation of its own. */
export interface Operation {
  /** Stands for the phone; never the phone itself. */
  readonly person: string;
  readonly key: string;
  /** Stands for the body: equal bodies have equal values. */
  readonly body: string;
  /** When the request left, ms of a clock that never jumps. */
  readonly invokedMs: number;
  /** When its whole answer was there; `Infinity` for an answer that never came. */
  readonly returnedMs: number;
  readonly answer?: Answer;
}

/** What a definite answer said. Anything that tells the sender to try again is no definite answer. */
export type Answer =
  | { readonly kind: 'created' | 'replayed'; readonly receipt: Receipt; readonly text: string }
  | { readonly kind: 'duplicate' | 'sold_out' | 'closed' | 'key_reused' };

/** An operation that somebody holds a receipt for. */
export interface Granted extends Operation {
  readonly answer: Extract<Answer, { readonly kind: 'created' | 'replayed' }>;
}

/** What is in the store when all is over and everything has been recovered. */
export interface Aftermath {
  readonly entries: readonly StandingEntry[];
  /** First-come only. */
  readonly stock?: {
    readonly total: number;
    readonly remaining: number;
    /** Whoever came before it was served by lot, if anybody was. */
    readonly rushUntil?: string;
  };
  /** Text of the answer to each granted request when it was sent once more after the recovery, by key. */
  readonly repeats: ReadonlyMap<string, string>;
}

interface StandingEntry {
  readonly entryId: string;
  readonly person: string;
  readonly seq: number;
  /** As its receipt says. */
  readonly couponNo?: number | undefined;
  /** Won by lot later on. */
  readonly wonNo?: number | undefined;
  /** Of the server's clock, as stored. */
  readonly receivedAt: string;
}

/** When entries were taken, by a true clock, on the axis of the operations. */
export interface Window {
  readonly opensMs: number;
  readonly closesMs: number;
  /** How far the server's clock may be from the true one by its own promise. @defaultValue 0 */
  readonly precisionMs?: number;
}

export interface History {
  readonly operations: readonly Operation[];
  readonly aftermath: Aftermath;
  /** Absent when entries were taken all the time. */
  readonly window?: Window;
}

export type PropertyId = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7';

/** A promise that was broken, and by what. */
export interface Violation {
  readonly property: PropertyId;
  readonly what: string;
}

export function isGranted(operation: Operation): operation is Granted {
  return operation.answer?.kind === 'created' || operation.answer?.kind === 'replayed';
}

export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** When each person, or each request, was first heard of: a lost answer may have been the one that counted. */
export function firstAsked(operations: readonly Operation[], by: 'person' | 'key'): Map<string, number> {
  const asked = new Map<string, number>();
  for (const operation of operations) {
    const { [by]: name, invokedMs } = operation;
    asked.set(name, Math.min(asked.get(name) ?? invokedMs, invokedMs));
  }
  return asked;
}
