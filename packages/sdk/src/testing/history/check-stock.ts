import { type Aftermath, type History, isGranted } from './history.js';

/** P3: the numbers given are exactly 1 to as many as there are: no gap, no double, never more than the stock. */
export function* checkStock({ operations, aftermath }: History): Generator<string> {
  yield* checkNumbers(
    'seq',
    aftermath.entries.map(({ seq }) => seq),
  );
  const { stock } = aftermath;
  if (!stock) return;
  const coupons = aftermath.entries.flatMap(({ couponNo, wonNo }) => couponNo ?? wonNo ?? []);
  yield* checkNumbers('coupon', coupons);
  if (coupons.length > stock.total) yield `${coupons.length} coupons were given of ${stock.total}`;
  if (stock.remaining !== stock.total - coupons.length) yield `${stock.remaining} pieces are said to be left`;
  yield* checkRush(aftermath);
  const told = operations.filter(isGranted).flatMap(({ answer }) => answer.receipt.couponNo ?? []);
  if (told.some((no) => no > stock.total)) yield 'a receipt shows a coupon beyond the stock';
  const holders = new Map<number, string>();
  for (const { answer } of operations.filter(isGranted)) {
    const { couponNo, entryId } = answer.receipt;
    if (couponNo === undefined) continue;
    if ((holders.get(couponNo) ?? entryId) !== entryId) yield `coupon ${couponNo} was given twice`;
    holders.set(couponNo, entryId);
  }
}

/** Nobody of the first seconds is served by speed, and nobody of them leaves without one while pieces are left. */
function* checkRush({ entries, stock }: Aftermath): Generator<string> {
  if (!stock) return;
  const early = entries.filter(({ receivedAt }) => receivedAt < (stock.rushUntil ?? ''));
  const served = early.find(({ couponNo }) => couponNo !== undefined);
  if (served) yield `entry ${served.seq} of the first seconds was served at once`;
  const empty = entries.find(({ couponNo, wonNo }) => couponNo === undefined && wonNo === undefined);
  if (empty && stock.remaining > 0)
    yield `entry ${empty.seq} has no coupon while ${stock.remaining} are left`;
}

function* checkNumbers(what: string, numbers: readonly number[]): Generator<string> {
  const sorted = numbers.toSorted((a, b) => a - b);
  const wrong = sorted.findIndex((no, index) => no !== index + 1);
  if (wrong >= 0)
    yield `the ${what} numbers are not 1 to ${sorted.length}: number ${wrong + 1} is ${sorted[wrong]}`;
}
