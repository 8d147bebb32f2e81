import { type Bilingual, ProviderError } from '../errors/index.js';
import type { Mode } from '../schema/primitives.js';
import type { Price } from './price.js';

/** What friends of a Kakao channel are to read, the same for each. */
interface BrandMessage {
  /** As approved: '(광고)' first, with a way to refuse. */
  readonly text: string;
  /** Mobile numbers in their Korean spelling, `01012345678`, each once. */
  readonly to: readonly string[];
}

/**
 * What became of one person's message. `refused`: the dealer did not take it. `failed`: it was taken and did not
 * arrive. `code` is the dealer's own.
 */
export type PersonOutcome =
  | { readonly state: 'pending' | 'delivered' }
  | { readonly state: 'refused' | 'failed'; readonly code: string };

/** One request's worth of messages at the dealer. */
export interface DealerBatch {
  readonly batchId: string;
  /** How many people it was for. */
  readonly total: number;
  /** When the dealer took it; absent when it does not tell. */
  readonly sentAt: Date | undefined;
  /** One for each person the dealer names: fewer than `total` when it keeps nothing about those it refused. */
  readonly outcomes: readonly PersonOutcome[];
}

export interface DealerLimits {
  /** Most people in one batch. */
  readonly recipients: number;
  /** Where the figure comes from, and when it was read. */
  readonly source: string;
  readonly date: string;
}

/** A text from the dealer that some message is worth reading again. Anybody may have sent it: nothing else is believed. */
export interface DealerHint {
  /** A {@link DealerBatch.batchId} each; a publication's `externalId`. */
  readonly batchIds: readonly string[];
  readonly messageIds: readonly string[];
}

/** An official dealer of Kakao brand messages. Without one nobody can write to the friends of a channel. */
export interface KakaoDealer {
  /** Name of the outside system, for errors and reports. */
  readonly provider: string;
  readonly mode: Mode;
  readonly limits: DealerLimits;
  /** One text message to one friend, won. */
  readonly price: Price;
  /** Longest time a lost request may still be at work, ms. */
  readonly quietMs: number;
  /**
   * Sends to the channel's own friends alone (targeting I), without a text message instead where Kakao fails.
   *
   * @returns one outcome for each person.
   */
  send(message: BrandMessage, options: DealerOptions): Promise<DealerBatch>;
  /** @returns the batch that carries the reference; nothing when it never arrived. */
  find(options: DealerOptions): Promise<DealerBatch | undefined>;
  /** @throws ProviderError `PROVIDER_004` when the dealer lists nothing under that id. */
  results(batchId: string, signal?: AbortSignal): Promise<DealerBatch>;
  /** What a code of the dealer means for the sender. */
  reasonOf(code: string): Bilingual;
}

interface DealerOptions {
  /** Ours. The dealer keeps it with every message. */
  readonly reference: string;
  readonly signal?: AbortSignal | undefined;
}

/** `3/250`: which of how many. Kept with each message, so that any one found tells how many there were. */
export function toRowKey(index: number, total: number): string {
  return `${index + 1}/${total}`;
}

/** How many people a batch was for, by the row keys that were found; as many as were found when none tells. */
export function totalOf(rowKeys: readonly string[]): number {
  const told = rowKeys.map((key) => Number(/^\d+\/(\d+)$/.exec(key)?.[1] ?? 0));
  return Math.max(rowKeys.length, ...told);
}

/** A refusal in words for both kinds of readers: its one reason is shown to either. */
export function dealerRefusal(provider: string, reasons: readonly Bilingual[]): ProviderError {
  const issues = reasons.map((message) => ({ path: [], message }));
  return new ProviderError('PROVIDER_001', { provider, reason: toReason(reasons) }, { issues });
}

export function toReason(reasons: readonly Bilingual[]): string {
  return reasons.map(({ ko, en }) => `${ko} / ${en}`).join('; ');
}
