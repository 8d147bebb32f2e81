import { type Bytes, concat, fromHex, fromText, tag, toHex, u32, u64 } from './bytes.js';
import type { Primitives } from './primitives.js';
import type { Commitment, Listed, Step } from './transcript.js';

type Hashing = Pick<Primitives, 'sha256'>;
type Entry = Pick<Listed, 'entry_id' | 'weight' | 'owner_tag'>;

/** What an entry is in the tree of its event. */
export function leafOf(
  eventId: string,
  { entry_id, weight, owner_tag }: Entry,
  { sha256 }: Hashing,
): Promise<Bytes> {
  const event = concat(u32(eventId.length), fromText(eventId));
  return sha256(
    concat(Uint8Array.of(0), tag('leaf'), event, fromHex(entry_id), u64(weight), fromHex(owner_tag)),
  );
}

/**
 * True when the entry stands at its place in the list that was committed to: the sides of its path are those of leaf
 * `index` of `entries`, and the hashes and weights on the way lead to exactly the root and the total.
 */
export async function isListed(entry: Listed, commitment: Commitment, hashing: Hashing): Promise<boolean> {
  const { path, weight, index } = entry;
  const { entries, root, total_weight, event_id } = commitment;
  if (index >= entries) return false; // before anything is derived from it
  if (sidesOf(index, entries) !== path.map(({ side }) => side).join('')) return false;
  const leaf = await leafOf(event_id, entry, hashing);
  const top = await climb(leaf, weight, path, hashing);
  return top !== undefined && toHex(top.hash) === root && top.sum === total_weight;
}

/** The first ticket of an entry: all the weight to the left of it. */
export function startOf(path: readonly Step[]): number {
  return path.reduce((start, { side, sum }) => (side === 'L' ? start + sum : start), 0);
}

/** On which sides the neighbours of leaf `index` of `count` are, from the leaf up, in the tree of RFC 6962. */
function sidesOf(index: number, count: number): string {
  if (count === 1) return '';
  let left = 1;
  while (left * 2 < count) left *= 2;
  return index < left ? `${sidesOf(index, left)}R` : `${sidesOf(index - left, count - left)}L`;
}

interface Node {
  readonly hash: Bytes;
  readonly sum: number;
}

/** Undefined when the weights grow beyond what is counted exactly. */
async function climb(
  leaf: Bytes,
  weight: number,
  path: readonly Step[],
  { sha256 }: Hashing,
): Promise<Node | undefined> {
  let node: Node = { hash: leaf, sum: weight };
  for (const { side, hash, sum } of path) {
    const neighbour = { hash: fromHex(hash), sum };
    const [left, right] = side === 'L' ? [neighbour, node] : [node, neighbour];
    const both = concat(Uint8Array.of(1), left.hash, u64(left.sum), right.hash, u64(right.sum));
    node = { hash: await sha256(both), sum: left.sum + right.sum };
    if (!Number.isSafeInteger(node.sum)) return undefined;
  }
  return node;
}
