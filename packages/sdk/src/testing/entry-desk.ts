import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArrivals } from '../participate/arrival.js';
import { createCampaignCache } from '../participate/campaign-cache.js';
import { createCommitter } from '../participate/committer.js';
import { type ParticipateDeps, participate } from '../participate/participate.js';
import { createTakeEntries } from '../participate/take-entries.js';
import type { Campaign } from '../schema/campaign.js';
import type { EntryInput, Participation } from '../schema/entry.js';
import { createKeyring, type Keyring } from '../security/campaign-keys.js';
import type { EntryRepository } from '../store/entry-repository.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { quietGuards } from './entry-guards.js';
import { aCampaign, aCampaignId, aFirstComeBrief, anEntryInput, anInstant } from './fixtures.js';

/** Everything that takes an entry, on a real SQLite file, with a clock that the test moves. */
export interface EntryDesk {
  readonly folder: string;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly deps: ParticipateDeps;
  /** The same with another way to write a batch: a broken one. */
  depsWith(add: EntryRepository['add']): ParticipateDeps;
  /** Puts the clock to an instant, ms. It starts at {@link anInstant}. */
  setTime(ms: number): void;
  open(over?: Partial<Campaign>): Promise<void>;
  openFirstCome(stock: number): Promise<void>;
  enter(over?: Partial<EntryInput>, idempotencyKey?: string): Promise<Participation>;
  close(): Promise<void>;
}

export async function openEntryDesk(): Promise<EntryDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'kt-event-entries-'));
  let nowMs = Date.parse(anInstant);
  const now = () => new Date(nowMs);
  const store = await openSqliteStore({ path: join(folder, 'kt-event.db'), now });
  const keyring = createKeyring({ keys: store.keys, masterKey: Buffer.alloc(32, 1), randomBytes });
  const committerOver = (add: EntryRepository['add']) =>
    createCommitter({ commit: createTakeEntries({ entries: { add }, randomBytes }) });
  const deps: ParticipateDeps = {
    campaigns: createCampaignCache({ campaigns: store.campaigns, now }),
    entries: store.entries,
    committer: committerOver((batch) => store.entries.add(batch)),
    keyring,
    arrive: createArrivals(now),
    guards: quietGuards(store),
  };
  const open = (over: Partial<Campaign> = {}) => store.campaigns.add(aCampaign(over));

  return {
    folder,
    store,
    keyring,
    deps,
    depsWith: (add) => ({ ...deps, committer: committerOver(add) }),
    setTime(ms) {
      nowMs = ms;
    },
    open,
    async openFirstCome(stock) {
      await open({ brief: aFirstComeBrief(stock) });
      await store.entries.openStock(aCampaignId, stock);
    },
    enter: (over, idempotencyKey) =>
      participate({ slug: aCampaign().slug, entry: anEntryInput(over), idempotencyKey }, deps),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The `no`th of 100,000,000 mobile numbers. */
export function aPhone(no: number): string {
  const digits = String(no).padStart(8, '0');
  return `010-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
