import { findChain, roundTimeMs } from '../providers/drand-chain.js';
import type { ChainInfo, CommitmentBeacon } from '../schema/draw.js';

/** Between the commitment and its randomness: time for people to see the one before the other exists. */
export const minimumLeadSeconds = 600;

/** The first instant whose randomness may decide a draw committed to at `publishedAt`. */
export function earliestDrawAt(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + minimumLeadSeconds * 1_000);
}

/**
 * When the announced randomness appears, ms. Undefined where nothing but people decide when (`witness`,
 * `operator`), or when the chain is not known.
 *
 * @param offered - The chain, if it is not the public one.
 */
export function revealTimeMs(beacon: CommitmentBeacon, offered?: ChainInfo): number | undefined {
  if (beacon.type !== 'drand') return undefined;
  const chain = findChain(beacon.chain, offered);
  return chain && roundTimeMs(chain, beacon.round);
}
