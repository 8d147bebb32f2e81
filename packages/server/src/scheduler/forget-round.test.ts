import { describe, expect, it, vi } from 'vitest';
import { noReads } from '../testing/no-reads.js';
import { minutesLater } from '../testing/provider-health.js';
import { createForgetRound, type ForgetRoundOptions } from './forget-round.js';
import { createRounds } from './rounds.js';

type Forget = ForgetRoundOptions['ktEvent']['forgetSpent'];

/** On which of these minutes something was forgotten. */
async function forgottenAt(minutes: readonly number[], create = createForgetRound): Promise<number[]> {
  const done: number[] = [];
  let minute = 0;
  const round = create({
    ktEvent: { forgetSpent: async () => done.push(minute) },
    now: () => minutesLater(minute),
    tell: () => undefined,
  });
  for (minute of minutes) await round();
  return done;
}

describe('the round that forgets', () => {
  const minutes = [0, 1, 4, 5, 9, 10];

  it('does so at once, and then every five minutes', async () => {
    expect(await forgottenAt(minutes)).toEqual([0, 5, 10]);
  });

  it('would be caught if it never did so again', async () => {
    const onlyOnce: typeof createForgetRound = ({ ktEvent }) => {
      let done = false;
      return async () => {
        if (!done) await ktEvent.forgetSpent();
        done = true;
      };
    };

    expect(await forgottenAt(minutes, onlyOnce)).not.toEqual([0, 5, 10]);
  });

  it('is one of those that a server makes', async () => {
    const forgetSpent = vi.fn<Forget>(async () => 0);
    const rounds = createRounds({
      ktEvent: {
        forgetSpent,
        caches: async () => noReads,
        pending: async () => [],
        refreshPublications: async () => ({ publications: [], failures: [] }),
        signLogHeads: async () => ({ signed: 0, failures: [] }),
        signAuditHeads: async () => ({ signed: 0, failures: [] }),
        tellDueConsents: async () => ({ due: [], failures: [] }),
        eraseOverdue: async () => [],
      },
      now: () => minutesLater(0),
      signal: new AbortController().signal,
      tell: () => undefined,
    });
    for (const round of Object.values(rounds)) await round();

    expect(forgetSpent).toHaveBeenCalledTimes(1);
  });

  it('tells of a store that could not be asked, and tries again in its time', async () => {
    const gone = new Error('gone');
    const forgetSpent = vi.fn<Forget>().mockRejectedValueOnce(gone).mockResolvedValueOnce(3);
    const tell = vi.fn<ForgetRoundOptions['tell']>();
    let minute = 0;
    const round = createForgetRound({ ktEvent: { forgetSpent }, now: () => minutesLater(minute), tell });
    for (minute of [0, 5]) await round();

    expect(forgetSpent).toHaveBeenCalledTimes(2);
    expect(tell.mock.calls).toEqual([[gone, undefined]]);
  });
});
