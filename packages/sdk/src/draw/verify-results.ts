import type { CheckId, Commitment, DrawResult } from '../schema/draw.js';
import { createLeafHash } from './leaf.js';
import { climb, indexOfPath } from './merkle-path.js';
import { createDrum, type Drum, type Landing } from './selection.js';
import { slotCount, slotsOf } from './slots.js';

type ResultCheckId = Extract<CheckId, 'slots' | 'positions' | 'leaves' | 'paths' | 'winners'>;

/** Draws again from the seed and compares every number of every result. */
export function verifyResults(
  commitment: Commitment,
  seed: Uint8Array,
  results: readonly DrawResult[],
): Record<ResultCheckId, boolean> {
  const drum = createDrum(seed, commitment.total_weight);
  const leafHash = createLeafHash(commitment.event_id);
  const leafOf = ({ entry_id, weight, owner_tag }: DrawResult) =>
    leafHash({ entryId: entry_id, weight, ownerTag: owner_tag });

  return {
    slots: hasSlots(results, commitment),
    // Every result is put back into the drum, right or wrong, so all of them are walked.
    positions: results.map((result) => isLanding(result, drum)).every(Boolean),
    leaves: results.every((result) => leafOf(result).toString('hex') === result.leaf),
    paths: results.every((result) => isListed(result, leafOf(result), commitment)),
    winners: areWinners(results, commitment.max_weight),
  };
}

/** Counts first: a forged commitment may promise more slots than fit in memory. */
function hasSlots(results: readonly DrawResult[], commitment: Commitment): boolean {
  if (results.length !== slotCount(commitment)) return false;
  const slots = slotsOf(commitment);
  return results.every(({ slot }, index) => slot === slots[index]);
}

function isLanding(result: DrawResult, drum: Drum): boolean {
  const landing = drum.next();
  drum.remove(result.start, result.weight);
  return landing !== undefined && sameLanding(result, landing);
}

function sameLanding(result: DrawResult, { j, x, m, r, pos }: Landing): boolean {
  return result.j === j && result.x === x && result.m === m && result.r === r && result.pos === pos;
}

/** The path has the shape that (index, entries) demands, leads to the root, and its left side is the start. */
function isListed(
  result: DrawResult,
  leaf: Uint8Array,
  { entries, root, total_weight }: Commitment,
): boolean {
  if (indexOfPath(result.path, entries) !== result.index) return false;
  const summit = climb(leaf, result.weight, result.path);
  return summit?.root === root && summit.total === total_weight && summit.start === result.start;
}

function areWinners(results: readonly DrawResult[], maxWeight: number): boolean {
  const winners = new Set(results.map(({ entry_id }) => entry_id));
  const inside = results.every(
    ({ pos, start, weight }) => start <= pos && pos < start + weight && weight <= maxWeight,
  );
  return inside && winners.size === results.length;
}
