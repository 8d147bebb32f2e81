import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaignId } from '../testing/fixtures.js';
import { countRefusalsInMemory } from './count-refusals.js';

const storm = 200;

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
  await desk.open();
});
afterEach(() => desk.close());

/** A pause that ends when the test says so, over a store that notes its writes and can fail. */
function openCounter({ failing = 0 } = {}) {
  const written: number[] = [];
  const wakes: (() => void)[] = [];
  let failures = failing;
  const { entries, close } = countRefusalsInMemory({
    entries: {
      ...desk.store.entries,
      async countRefusals(campaignId, count) {
        if (failures-- > 0) throw new Error('disk full');
        written.push(count);
        await desk.store.entries.countRefusals(campaignId, count);
      },
    },
    sleep: (_ms, signal) =>
      new Promise<void>((resolve, reject) => {
        wakes.push(resolve);
        signal?.addEventListener('abort', reject);
      }),
  });
  return { entries, close, written, pauses: () => wakes.length };
}

const refuse = (entries: Pick<EntryDesk['store']['entries'], 'countRefusals'>, times: number) =>
  Promise.all(Array.from({ length: times }, () => entries.countRefusals(aCampaignId, 1)));

describe('counting refusals in memory', () => {
  it('writes a storm of them once, and loses none to whoever asks', async () => {
    const { entries, written, pauses, close } = openCounter();
    await refuse(entries, storm);

    expect([written, pauses()]).toEqual([[], 1]);
    expect((await entries.tally(aCampaignId)).refused).toBe(storm);
    expect(written).toEqual([storm]);
    await close();
  });

  it('writes what is left when it closes', async () => {
    const { entries, written, close } = openCounter();
    await refuse(entries, 3);
    await close();

    expect(written).toEqual([3]);
    expect((await desk.store.entries.tally(aCampaignId)).refused).toBe(3);
  });

  it('keeps what could not be written for the next time', async () => {
    const { entries, close } = openCounter({ failing: 1 });
    await refuse(entries, 2);
    const first = await entries.tally(aCampaignId);
    await refuse(entries, 1);

    expect([first.refused, (await entries.tally(aCampaignId)).refused]).toEqual([0, 3]);
    await close();
  });
});
