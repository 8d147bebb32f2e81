import { describe, expect, it, vi } from 'vitest';
import { minutesLater } from '../testing/provider-health.js';
import { type AuditRoundOptions, createAuditRound } from './audit-round.js';

const failures = [{ campaignId: 'b', error: new Error('disk') }];

function aRound(signAuditHeads: AuditRoundOptions['ktEvent']['signAuditHeads']) {
  let minute = 0;
  const tell = vi.fn<AuditRoundOptions['tell']>();
  const round = createAuditRound({ ktEvent: { signAuditHeads }, now: () => minutesLater(minute), tell });
  const later = (minutes: number) => {
    minute = minutes;
    return round();
  };
  return { tell, later };
}

describe('the round of the audit chains', () => {
  it('signs at once, and then every hour', async () => {
    const sign = vi.fn<AuditRoundOptions['ktEvent']['signAuditHeads']>(async () => ({
      signed: 1,
      failures: [],
    }));
    const { later } = aRound(sign);

    for (const minutes of [0, 1, 59, 60, 119, 120]) await later(minutes);

    expect(sign).toHaveBeenCalledTimes(3);
  });

  it('tells of a chain that could not be signed, and of a store that could not be asked', async () => {
    const sign = vi
      .fn<AuditRoundOptions['ktEvent']['signAuditHeads']>()
      .mockResolvedValueOnce({ signed: 1, failures })
      .mockRejectedValueOnce(new Error('gone'));
    const { later, tell } = aRound(sign);

    await later(0);
    await later(60);

    expect(tell.mock.calls.map(([, campaignId]) => campaignId)).toEqual(['b', undefined]);
  });
});
