import type { LogHead } from '../schema/entry-log.js';

/** A signed head, with what it takes to go on from it and to prove. */
interface LogStep {
  readonly head: LogHead;
  /** Roots of the complete subtrees at that size, widest first; hex. */
  readonly peaks: readonly string[];
  /** Nodes over 1,024 entries that became complete since the head before. */
  readonly blocks: readonly string[];
}

/** Append only: the database refuses to change or delete a head. */
export interface LogRepository {
  last(campaignId: string): Promise<Omit<LogStep, 'blocks'> | undefined>;
  /** A head of a size that has one already is a no-op. */
  append(campaignId: string, step: LogStep): Promise<void>;
  /** From the smallest. */
  heads(campaignId: string): Promise<LogHead[]>;
  /** All nodes over 1,024 entries, in their order. */
  blocks(campaignId: string): Promise<string[]>;
}
