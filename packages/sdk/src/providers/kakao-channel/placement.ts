import type { Bilingual } from '../../errors/index.js';
import type { DeliveryCount } from '../../schema/publication.js';
import type { Placement } from '../channel.js';
import { type DealerBatch, type KakaoDealer, toReason } from '../kakao-dealer.js';

/** Past it a list names everybody it ever will; whoever is missing was refused [A]. */
const listedMs = 10 * 60_000;
/** A message without a result until then will have none [A]: Kakao itself gives up on who was away for 72 hours (3107). */
const givenUpMs = 72 * 3_600_000;
const giveUpHours = givenUpMs / 3_600_000;

/** Reasons named at most, the commonest first. */
const mostReasons = 3;

/**
 * Where a batch is: `submitted` while anybody's outcome is open, then `published`, or `refused` when it reached nobody.
 * Whoever has no result 72 hours after it was sent counts as failed, and the reason says so.
 */
export function toPlacement(batch: DealerBatch, dealer: KakaoDealer, now: Date): Placement {
  const ageMs = batch.sentAt ? now.getTime() - batch.sentAt.getTime() : 0;
  const { delivery, givenUp } = countOutcomes(batch, ageMs);
  const placed = { externalId: batch.batchId, delivery };
  if (delivery.pending > 0) return { ...placed, state: 'submitted' };
  const silence = givenUp > 0 ? [noResult(givenUp)] : [];
  if (delivery.delivered === 0)
    return { ...placed, state: 'refused', reason: toReason([...reasonsOf(batch, dealer), ...silence]) };
  return { ...placed, state: 'published', ...(givenUp > 0 && { reason: toReason(silence) }) };
}

/** `delivered`, `failed` and `pending` are all whom it was for; `accepted` are those the dealer took. */
function countOutcomes(
  { total, outcomes }: DealerBatch,
  ageMs: number,
): { readonly delivery: DeliveryCount; readonly givenUp: number } {
  const count = (wanted: string) => outcomes.filter(({ state }) => state === wanted).length;
  const unlisted = total - outcomes.length;
  const refused = count('refused') + (ageMs >= listedMs ? unlisted : 0);
  const waiting = count('pending') + (ageMs >= listedMs ? 0 : unlisted);
  const givenUp = ageMs >= givenUpMs ? waiting : 0;
  const delivery = {
    accepted: total - refused,
    delivered: count('delivered'),
    failed: refused + count('failed') + givenUp,
    pending: waiting - givenUp,
  };
  return { delivery, givenUp };
}

/** Why people were not reached, in plain words. */
export function reasonsOf({ outcomes }: DealerBatch, dealer: KakaoDealer): Bilingual[] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes)
    if ('code' in outcome) counts.set(outcome.code, (counts.get(outcome.code) ?? 0) + 1);
  const commonest = [...counts].sort(([, left], [, right]) => right - left).slice(0, mostReasons);
  return commonest.map(([code, count]) => {
    const { ko, en } = dealer.reasonOf(code);
    return { ko: `${ko} (${code}, ${count}명)`, en: `${en} (${code}, ${count} people)` };
  });
}

const noResult = (count: number): Bilingual => ({
  ko: `${giveUpHours}시간이 지나도록 결과가 없는 ${count}명은 실패로 셌습니다`,
  en: `${count} people without a result after ${giveUpHours} hours count as failed`,
});
