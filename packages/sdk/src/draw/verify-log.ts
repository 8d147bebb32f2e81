import { hashLogNode } from './log-tree.js';

/** A proof about an entry log, checked from the proof alone. Hashes are hex. */
export interface LogInclusion {
  readonly leaf: string;
  /** From 0: an entry's number minus one. */
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: string;
}

/** True when the leaf stands at that place of the log. Algorithm of RFC 9162, 2.1.3.2. */
export function verifyLogInclusion({ leaf, index, size, path, root }: LogInclusion): boolean {
  if (index < 0 || index >= size) return false;
  return climb({ place: index, last: size - 1, node: leaf }, path)?.now === root;
}

export interface LogState {
  readonly size: number;
  readonly root: string;
}

/** True when the later log is the earlier one with leaves added at its end. Algorithm of RFC 9162, 2.1.4.2. */
export function verifyLogConsistency(earlier: LogState, later: LogState, proof: readonly string[]): boolean {
  if (earlier.size === later.size) return earlier.root === later.root && proof.length === 0;
  if (earlier.size < 1 || earlier.size > later.size) return false;
  const isWhole = Number.isInteger(Math.log2(earlier.size));
  const [node, ...path] = isWhole ? [earlier.root, ...proof] : proof;
  if (node === undefined) return false;
  let [place, last] = [earlier.size - 1, later.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const summit = climb({ place, last, node }, path);
  return summit?.old === earlier.root && summit.now === later.root;
}

interface Foothold {
  readonly place: number;
  /** The last place on the same level. */
  readonly last: number;
  readonly node: string;
}

/** Up to the root: `now` over all there is, `old` over what stands left of the foothold, itself included. */
function climb(from: Foothold, path: readonly string[]): { old: string; now: string } | undefined {
  let { place, last } = from;
  let [old, now] = [from.node, from.node];
  for (const neighbour of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      old = hashLogNode(neighbour, old);
      now = hashLogNode(neighbour, now);
      [place, last] = liftPastGaps(place, last);
    } else {
      now = hashLogNode(now, neighbour);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? { old, now } : undefined;
}

/** A node that has no right neighbour is lifted until it has a left one. */
function liftPastGaps(place: number, last: number): [number, number] {
  let [up, end] = [place, last];
  while (up % 2 === 0 && up !== 0) [up, end] = [half(up), half(end)];
  return [up, end];
}

const half = (value: number): number => Math.floor(value / 2);
