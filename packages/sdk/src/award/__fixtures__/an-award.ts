import type { Award } from '../../schema/award.js';
import { aCampaignId } from '../../testing/fixtures.js';
import { hexOf } from '../../testing/hex-of.js';

/** A winner of the only latte. */
export function anAward(over: Partial<Award> = {}): Award {
  const { no = 1 } = over;
  return {
    campaignId: aCampaignId,
    no,
    entryId: hexOf(no, 32),
    state: 'drawn',
    prizeId: 'latte',
    piece: 1,
    at: '2026-12-15T03:00:00.000Z',
    claimUntil: '2026-12-23T00:00:00+09:00',
    tokenHash: hexOf(no, 64),
    ...over,
  };
}
