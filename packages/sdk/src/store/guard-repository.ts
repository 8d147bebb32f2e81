import { z } from 'zod';

/**
 * What turned somebody away before the entry was looked at: no solved challenge, the field that only programs fill in,
 * too many requests, no right code, too many codes asked for, and no money left for codes.
 */
export const guardKindSchema = z.enum([
  'challenge',
  'honeypot',
  'limit',
  'code',
  'code_limit',
  'code_budget',
]);
export type GuardKind = z.infer<typeof guardKindSchema>;

/** How many were turned away by what. Figures only: nothing tells who. */
type GuardCounts = Readonly<Partial<Record<GuardKind, number>>>;

/** What the guards of a campaign have come to. */
export interface GuardTally {
  /** Every kind, 0 included. */
  readonly turnedAway: Readonly<Record<GuardKind, number>>;
  readonly codesSent: number;
  /** Reserved and settled for codes, won. */
  readonly codesKrw: number;
}

export interface GuardRepository {
  /** Adds to the figures, in one write. */
  count(campaignId: string, counts: GuardCounts): Promise<void>;
  tally(campaignId: string): Promise<GuardTally>;
  /** Over all campaigns, every kind, 0 included. */
  totals(): Promise<GuardTally['turnedAway']>;
  /** Forgets spent challenges that could not be spent again anyway. @returns how many */
  forgetExpired(now: string): Promise<number>;
}
