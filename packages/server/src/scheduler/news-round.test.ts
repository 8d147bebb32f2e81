import { type Campaign, type KtEvent, ProviderError } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { minutesLater } from '../testing/provider-health.js';
import { createNewsRound, type NewsRoundOptions } from './news-round.js';

type Create = typeof createNewsRound;
type Refresh = KtEvent['refreshPublications'];

const busy = new ProviderError('PROVIDER_003', { provider: 'kt', seconds: 30 });
const silent = new ProviderError('PROVIDER_005', { provider: 'kt', reason: 'ECONNREFUSED' });
const nothing = { publications: [], failures: [] };

interface Watched {
  readonly asked: readonly string[];
  readonly told: readonly unknown[];
}

/** What is asked and told at each of these minutes, of two campaigns. */
async function rounds(
  minutes: readonly number[],
  refresh: (id: string, minute: number) => ReturnType<Refresh>,
  create: Create = createNewsRound,
): Promise<Watched[]> {
  const watched: { asked: string[]; told: unknown[] }[] = [];
  let minute = 0;
  const round = create({
    ktEvent: {
      pending: async () => ['a', 'b'].map((id) => ({ id }) as Campaign),
      refreshPublications(id) {
        watched.at(-1)?.asked.push(id);
        return refresh(id, minute);
      },
    },
    now: () => minutesLater(minute),
    signal: new AbortController().signal,
    tell: (error, id) => watched.at(-1)?.told.push([error, id]),
  });
  for (const each of minutes) {
    minute = each;
    watched.push({ asked: [], told: [] });
    await round();
  }
  return watched;
}

const toldOf = (watched: readonly Watched[]) => watched.map(({ told }) => told);

/** One of two campaigns has a channel that does not answer, until the tenth minute. */
const outage = async (id: string, minute: number) =>
  id === 'a' && minute < 10 ? { publications: [], failures: [silent] } : nothing;

describe('a round for news', () => {
  it('is made at once, and then every five minutes', async () => {
    const watched = await rounds([0, 1, 4.99, 5, 9, 10], async () => nothing);

    expect(watched.map(({ asked }) => asked.length)).toEqual([2, 0, 0, 2, 0, 2]);
  });

  it('tells once of a channel that does not answer, and asks all the others', async () => {
    const watched = await rounds([0, 5, 10], outage);

    expect(toldOf(watched)).toEqual([[[silent, 'a']], [], []]);
    expect(watched.map(({ asked }) => asked)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('would be caught telling each time', async () => {
    const forgetful: Create = ({ now, ...options }) => {
      return () => createNewsRound({ ...options, now })();
    };

    expect(toldOf(await rounds([0, 5, 10], outage, forgetful))).not.toEqual(
      toldOf(await rounds([0, 5, 10], outage)),
    );
  });

  it('tells again when the channel had answered in between, and when it fails otherwise', async () => {
    const failures = [silent, undefined, silent, busy];
    const watched = await rounds([0, 5, 10, 15], async (id, minute) => {
      const failure = failures[minute / 5];
      return id === 'a' && failure ? { publications: [], failures: [failure] } : nothing;
    });

    expect(toldOf(watched)).toEqual([[[silent, 'a']], [], [[silent, 'a']], [[busy, 'a']]]);
  });

  it('goes on when a campaign cannot be asked about at all', async () => {
    const broken = new Error('disk');
    const watched = await rounds([0], async (id) => (id === 'a' ? Promise.reject(broken) : nothing));

    expect(watched).toEqual([{ asked: ['a', 'b'], told: [[broken, 'a']] }]);
  });

  it('says why it knows nothing, and nothing once it is told to stop', async () => {
    const failure = new Error('disk');
    const stopping = new AbortController();
    const tell = vi.fn<NewsRoundOptions['tell']>();
    const ktEvent = {
      pending: async () => Promise.reject(failure),
      refreshPublications: async () => nothing,
    };
    const open = () =>
      createNewsRound({ ktEvent, now: () => minutesLater(0), signal: stopping.signal, tell });

    await open()();
    stopping.abort();
    await open()();

    expect(tell.mock.calls).toEqual([[failure, undefined]]);
  });
});
