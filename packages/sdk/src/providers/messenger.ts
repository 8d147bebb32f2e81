import type { Idempotency } from '../runs/journal.js';
import type { Mode } from '../schema/primitives.js';

export interface Message {
  /** Stable key of the recipient within the batch, never the phone. */
  readonly key: string;
  /** E.164. Never logged, never in an error. */
  readonly phone: string;
  /** Informational only: advertising has no way through here. */
  readonly text: string;
}

export interface Delivery {
  readonly key: string;
  readonly accepted: boolean;
  readonly externalId?: string;
  /** The provider's code, when it refused. */
  readonly reason?: string;
  /** Characters that the message could not hold and that were left out. */
  readonly dropped?: readonly string[];
}

/** Sends informational messages to people. A batch may succeed in part. */
export interface Messenger {
  readonly provider: string;
  readonly mode: Mode;
  readonly idempotency: Idempotency;
  readonly quietMs: number;
  /** Price of this batch, won. */
  priceKrw(messages: readonly Message[]): number;
  send(messages: readonly Message[], reference: string, signal?: AbortSignal): Promise<Delivery[]>;
  /** What came of an earlier, unanswered batch; `undefined` when the provider never got it. */
  find?(
    messages: readonly Message[],
    reference: string,
    signal?: AbortSignal,
  ): Promise<Delivery[] | undefined>;
}
