import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CampaignState } from '../schema/campaign.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign, aPublication } from '../testing/fixtures.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { findPending } from './find-pending.js';

const newFolder = temporaryFolders();
const reviewed = { channel: 'genie_tv', state: 'in_review' } as const;
const delivered = {
  channel: 'kakao_channel',
  delivery: { accepted: 2, delivered: 1, failed: 0, pending: 1 },
} as const;
const shown = { channel: 'instagram', state: 'published' } as const;

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ path: join(newFolder(), 'kt-event.db'), now: () => new Date() });
});
afterEach(() => store.close());

async function add(no: number, state: CampaignState, ...publications: readonly object[]): Promise<void> {
  const id = `cmp-00000000000${no}`;
  await store.campaigns.add(aCampaign({ id, slug: `latte${no}`, state }));
  for (const publication of publications) {
    await store.outcomes.savePublication(aPublication({ campaignId: id, ...publication }));
  }
}

/** The last figures of the ids. */
async function found(find = findPending): Promise<number[]> {
  return (await find(store)).map(({ id }) => Number(id.at(-1))).sort();
}

async function addAll(): Promise<void> {
  await add(1, 'open', reviewed, shown);
  await add(2, 'closed', delivered);
  await add(3, 'open', shown);
  await add(4, 'cancelled', reviewed, delivered);
  await add(5, 'settled', reviewed);
  await add(6, 'settled', reviewed, delivered);
}

it('names the campaigns of which somebody waits for news, each once', async () => {
  await addAll();

  expect(await found()).toEqual([1, 2, 6]);
});

it('would be caught asking about what is over', async () => {
  await addAll();
  const careless: typeof findPending = async ({ campaigns }) => campaigns.list();

  expect(await found(careless)).not.toEqual([1, 2, 6]);
});
