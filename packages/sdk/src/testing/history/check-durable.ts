import { type History, isGranted } from './history.js';

/** P2: what was acknowledged is in the store after the recovery, and its receipt is the same to the byte. */
export function* checkDurable({ operations, aftermath }: History): Generator<string> {
  const standing = new Map(aftermath.entries.map((entry) => [entry.entryId, entry]));
  for (const { key, answer } of operations.filter(isGranted)) {
    const entry = standing.get(answer.receipt.entryId);
    if (!entry) {
      yield `entry ${answer.receipt.entryId} was acknowledged and is gone`;
      continue;
    }
    const { seq, couponNo } = answer.receipt;
    if (entry.seq !== seq || entry.couponNo !== couponNo) yield `entry ${entry.entryId} has another number`;
    const repeat = aftermath.repeats.get(key);
    if (repeat !== undefined && repeat !== answer.text) yield `request ${key} is answered otherwise now`;
  }
}
