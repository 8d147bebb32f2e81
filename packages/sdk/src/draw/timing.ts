import { findChain, roundTimeMs } from '../providers/drand-chain.js';
import type { ChainInfo, CommitmentBeacon } from '../schema/draw.js';

/** Between the commitment and its randomness: time for people to see the one before the other exists. */
export const minimumLeadSeconds = 600;

/**
 * How long randomness that does not come is waited for, days. Then the draw is void: no other takes its place.
 * Source: protocol `kt-event-draw/1`, 3.8.
 */
export const deadDays = 7;
export const deadTimeMs = deadDays * 24 * 60 * 60 * 1_000;

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
