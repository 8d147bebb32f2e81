import { type Bytes, concat, tag, toHex, u32 } from './bytes.js';
import { canonical } from './canonical.js';
import type { Check } from './check.js';
import type { Primitives } from './primitives.js';
import type { Commitment, Result } from './transcript.js';
import { isListed, leafOf, startOf } from './tree.js';

/** Draws again from the seed and compares every number of every result. */
export async function* checkResults(
  commitment: Commitment,
  seed: Bytes,
  results: readonly Result[],
  primitives: Primitives,
): AsyncGenerator<Check> {
  const { event_id, entries, total_weight } = commitment;
  const all = async (test: (result: Result) => Promise<boolean>) =>
    (await Promise.all(results.map(test))).every(Boolean);
  const [first] = results;

  yield { id: 'slots', ok: hasSlots(results, commitment), numbers: { drawn: results.length } };
  const numbers = { total_weight, x: first?.x ?? '', pos: first?.pos ?? 0 };
  yield { id: 'positions', ok: await arePositions(results, seed, commitment, primitives), numbers };
  const leaves = await all(
    async (result) => toHex(await leafOf(event_id, result, primitives)) === result.leaf,
  );
  yield { id: 'leaves', ok: leaves, numbers: { leaf: first?.leaf ?? '' } };
  const paths = await all(async (result) => {
    return (await isListed(result, commitment, primitives)) && startOf(result.path) === result.start;
  });
  yield { id: 'paths', ok: paths, numbers: { root: commitment.root, entries } };
  const different = new Set(results.map(({ entry_id }) => entry_id)).size;
  const held = results.every(
    ({ start, pos, weight }) => start <= pos && pos < start + weight && weight <= commitment.max_weight,
  );
  yield { id: 'winners', ok: held && different === results.length, numbers: { different } };
}

/** Counts first: a forged commitment may promise more than fits in memory. */
function hasSlots(results: readonly Result[], commitment: Commitment): boolean {
  const { prizes, reserves, entries } = commitment;
  const wanted = prizes.reduce((sum, { qty }) => sum + qty, reserves);
  const names = slotNames(commitment);
  return (
    results.length === Math.min(wanted, entries) && results.every(({ slot }) => slot === names.next().value)
  );
}

function* slotNames({ prizes }: Commitment): Generator<string> {
  for (const { id, qty } of prizes) for (let piece = 0; piece < qty; piece += 1) yield id;
  for (let no = 1; ; no += 1) yield `reserve-${no}`;
}

/** Draws again from the seed: every winner's tickets are taken out before the next draw. */
async function arePositions(
  results: readonly Result[],
  seed: Bytes,
  { total_weight }: Commitment,
  { hmacSha256 }: Primitives,
): Promise<boolean> {
  const random = await hmacSha256(seed);
  const numbers = await Promise.all(results.map((_, j) => random(concat(tag('draw'), u32(j)))));
  const taken: Result[] = [];
  let left = total_weight;
  for (const [j, result] of results.entries()) {
    const x = toHex(numbers[j] ?? new Uint8Array());
    if (left < 1) return false;
    const r = Number(BigInt(`0x${x}`) % BigInt(left));
    const drawn = [j, x, left, r, skip(taken, r)];
    if (canonical(drawn) !== canonical([result.j, result.x, result.m, result.r, result.pos])) return false;
    taken.push(result);
    taken.sort((a, b) => a.start - b.start);
    left -= result.weight;
  }
  return true;
}

/** Counts on over the tickets that are out; they come in their order. */
function skip(taken: readonly Result[], position: number): number {
  let counted = position;
  for (const { start, weight } of taken) {
    if (counted < start) break;
    counted += weight;
  }
  return counted;
}
