import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlaceKind } from '../store/place-repository.js';
import { type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaignId } from '../testing/fixtures.js';
import { createCounts } from './counts.js';

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
  await desk.open();
});
afterEach(() => desk.close());

const never = () => new Promise<void>(() => undefined);

/** Counting over a store whose first writes fail. */
function openPlaces(failures: number) {
  let left = failures;
  return createCounts<PlaceKind>({
    async write(campaignId, counts) {
      if (left-- > 0) throw new Error('disk full');
      await desk.store.places.count(campaignId, counts);
    },
    sleep: never,
  });
}

it('writes a crowd in one go, and loses nothing when a write fails', async () => {
  const places = openPlaces(1);
  for (let person = 0; person < 100; person += 1) places.add(aCampaignId, 'opened:print');
  places.add(aCampaignId, 'entered:print', 40);
  await places.flush();
  const before = await desk.store.places.tally(aCampaignId);
  places.add(aCampaignId, 'opened:print');
  await places.flush();

  expect(before).toEqual([]);
  expect(await desk.store.places.tally(aCampaignId)).toEqual([{ place: 'print', opened: 101, entered: 40 }]);
});
