import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelAdapter, Placement } from '../providers/channel.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign, aCampaignId, aPublication } from '../testing/fixtures.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { createHearing, type Hearing, type HearingDeps } from './hear-hint.js';

const newFolder = temporaryFolders();
const now = () => new Date('2026-12-05T03:00:00Z');
const onAir: Placement = { externalId: 'kt_1', state: 'published' };
const call = { externalIds: ['kt_1'] };

let store: Store;
const slept: number[] = [];

beforeEach(async () => {
  store = await openSqliteStore({ path: join(newFolder(), 'kt-event.db'), now });
  await store.campaigns.add(aCampaign());
  const reviewed = { channel: 'genie_tv', state: 'in_review', provider: 'kt', externalId: 'kt_1' } as const;
  await store.outcomes.savePublication(aPublication(reviewed));
  slept.length = 0;
});
afterEach(() => store.close());

/** What listens to the calls, and a channel that answers when it is let. */
function listen(track: NonNullable<ChannelAdapter['track']>, over: Partial<ChannelAdapter> = {}): Hearing {
  const adapter = { channel: 'genie_tv', mode: 'sandbox', track, ...over } as ChannelAdapter;
  const deps: HearingDeps = {
    outcomes: store.outcomes,
    adapterOf: async () => [adapter],
    now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
    },
  };
  return createHearing(deps);
}

const state = async () => (await store.outcomes.publications(aCampaignId))[0]?.state;

describe('a call back about a publication', () => {
  it('has it read again, once at a time and once more for all that came meanwhile', async () => {
    let answer = () => {};
    const track = vi.fn(async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { ...onAir, state: 'in_review' as const };
    });
    const hearing = listen(track);
    const tell = vi.fn();

    hearing.hear('kt', call, tell);
    await expect.poll(() => track).toHaveBeenCalledTimes(1);
    for (let no = 0; no < 100; no += 1) hearing.hear('kt', call, tell);
    await store.outcomes.findPublications('kt_1');
    const answered = () => {
      answer();
      return track;
    };
    await expect.poll(answered).toHaveBeenCalledTimes(2);
    answer();
    await expect.poll(() => slept).toEqual([5_000]);
    await hearing.stop();

    expect(track).toHaveBeenCalledTimes(2);
    expect(tell).not.toHaveBeenCalled();
  });

  it.each([
    ['another provider', 'nhn', {}],
    ['another mode', 'kt', { mode: 'live' as const }],
    ['another channel', 'kt', { channel: 'ringo_biz' as const }],
  ])('is not followed to %s', async (_, provider, over) => {
    const track = vi.fn(async () => onAir);
    const find = vi.spyOn(store.outcomes, 'publications');
    const hearing = listen(track, over);

    hearing.hear(provider, call, vi.fn());
    if (provider === 'kt') await expect.poll(() => find).toHaveBeenCalledTimes(2);
    await hearing.stop();

    expect(track).not.toHaveBeenCalled();
    expect(await state()).toBe('in_review');
  });

  it('tells who asked to be told what could not be read, and goes on with the next', async () => {
    const failure = new Error('no answer');
    const track = vi.fn(async () => onAir).mockRejectedValueOnce(failure);
    const hearing = listen(track);
    const tell = vi.fn(() => {
      throw new Error('a listener of its own mind');
    });

    hearing.hear('kt', call, tell);
    await expect.poll(() => tell).toHaveBeenCalledTimes(1);
    const toldAgain = () => {
      hearing.hear('kt', call, tell);
      return state();
    };
    await expect.poll(toldAgain).toBe('published');
    await hearing.stop();

    expect(tell.mock.calls[0]).toEqual([failure]);
  });

  it('is let go of when the listener stops, without a word, and no other is taken', async () => {
    const tell = vi.fn();
    const track = vi.fn(
      (_id: string, signal?: AbortSignal) =>
        new Promise<Placement>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const hearing = listen(track);
    hearing.hear('kt', call, tell);
    await expect.poll(() => track).toHaveBeenCalledTimes(1);

    await hearing.stop();
    hearing.hear('kt', call, tell);
    await hearing.stop();

    expect(track).toHaveBeenCalledTimes(1);
    expect(tell).not.toHaveBeenCalled();
    expect(await state()).toBe('in_review');
  });
});
