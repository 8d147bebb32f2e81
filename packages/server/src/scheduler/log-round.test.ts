import { describe, expect, it, vi } from 'vitest';
import { minutesLater } from '../testing/provider-health.js';
import { createLogRound, type LogRoundOptions } from './log-round.js';

const failures = [{ campaignId: 'b', error: new Error('disk') }];

function aRound(signLogHeads: LogRoundOptions['ktEvent']['signLogHeads']) {
  let minute = 0;
  const tell = vi.fn<LogRoundOptions['tell']>();
  const round = createLogRound({ ktEvent: { signLogHeads }, now: () => minutesLater(minute), tell });
  const later = (minutes: number) => {
    minute = minutes;
    return round();
  };
  return { tell, later };
}

describe('the round of the entry logs', () => {
  it('signs at once, and then every five minutes', async () => {
    const sign = vi.fn<LogRoundOptions['ktEvent']['signLogHeads']>(async () => ({ signed: 1, failures: [] }));
    const { later } = aRound(sign);

    for (const minutes of [0, 1, 4, 5, 9, 10]) await later(minutes);

    expect(sign).toHaveBeenCalledTimes(3);
  });

  it('tells of a log that could not be signed, and of a store that could not be asked', async () => {
    const sign = vi
      .fn<LogRoundOptions['ktEvent']['signLogHeads']>()
      .mockResolvedValueOnce({ signed: 1, failures })
      .mockRejectedValueOnce(new Error('gone'));
    const { later, tell } = aRound(sign);

    await later(0);
    await later(5);

    expect(tell.mock.calls.map(([, campaignId]) => campaignId)).toEqual(['b', undefined]);
  });
});
