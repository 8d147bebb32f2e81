import type { RunEvent } from './runs/run-event.js';
import type { CircuitState } from './schema/provider-health.js';

/** A provider is no longer called, may be tried with one call, or is called again. */
export interface ProviderEvent {
  readonly type: `provider:${CircuitState}`;
  readonly provider: string;
  /** Code of the failure that paused it, or of its last one. */
  readonly cause?: string | undefined;
}

/** What a listener of a client hears: stages and steps of its runs, and how its providers are. */
export type ProgressEvent = RunEvent | ProviderEvent;
