import type { Industry, Mode } from '../schema/primitives.js';
import type { TrendSourceId, TrendSourceState, TrendStatement } from '../schema/trend.js';
import type { Place } from './trend-place.js';

/** What a plan is about, for those who may know something of it. No store is named. */
export interface TrendQuestion {
  readonly industry: Industry;
  /** Of the knowledge base, such as `christmas`. */
  readonly season?: string | undefined;
  readonly period: { readonly start: string; readonly end: string };
  /** Undefined for a region that nobody here knows. */
  readonly place: Place | undefined;
  readonly now: Date;
}

/** What was asked before under a key, or the answer of `load` now. Shared by all who ask the same. */
export type Remember = <T>(key: string, load: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * Somebody outside who knows of trade, place or time. Reads only, and costs nothing but calls.
 * Names that others chose are cleaned before they get into a statement; figures are reckoned here.
 */
export interface TrendSource {
  readonly id: TrendSourceId;
  readonly mode: Mode;
  /** Whether what it says may be written down, by its terms. If not it lives in this process's memory alone. */
  readonly storable: boolean;
  /** Why it could not say anything. Undefined: it may. */
  blindTo(question: TrendQuestion): TrendSourceState['state'] | undefined;
  /** @throws AuthError `AUTH_002`, ProviderError */
  tell(question: TrendQuestion, remember: Remember): Promise<readonly TrendStatement[]>;
}
