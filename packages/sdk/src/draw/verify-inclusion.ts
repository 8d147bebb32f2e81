import type { Commitment, DrawEntry, PathStep } from '../schema/draw.js';
import { createLeafHash } from './leaf.js';
import { climb, indexOfPath } from './merkle-path.js';

/** True when this entry, with this weight, was in the list that was committed to. */
export function verifyInclusion(
  entry: DrawEntry,
  path: readonly PathStep[],
  { event_id, entries, root, total_weight, max_weight }: Commitment,
): boolean {
  const { weight } = entry;
  if (weight < 1 || weight > max_weight || indexOfPath(path, entries) === undefined) return false;
  const summit = climb(createLeafHash(event_id)(entry), weight, path);
  return summit?.root === root && summit.total === total_weight;
}
