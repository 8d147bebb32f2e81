import { requireCampaign } from './campaign/read-status.js';
import { databasePath, type Parts } from './client-parts.js';
import { openEntryThread } from './open-entry-thread.js';
import { readDatabaseUrl } from './options.js';
import { type Arrival, createArrivals } from './participate/arrival.js';
import { createCampaignCache } from './participate/campaign-cache.js';
import { createCommitter } from './participate/committer.js';
import { createCounts } from './participate/counts.js';
import type { CouponHolds } from './participate/coupon-holds.js';
import type { EntryGuards } from './participate/guards/entry-guards.js';
import { participate } from './participate/participate.js';
import {
  createTakeEntries,
  type EntryAnswer,
  type Submission,
  type TakeEntries,
} from './participate/take-entries.js';
import { visitCode } from './participate/visit-code.js';
import { visitRulesOf } from './participate/visit-proof.js';
import type { EntryInput, Participation } from './schema/entry.js';
import type { Place, PlaceTally } from './schema/place.js';
import type { Proofs } from './schema/proofs.js';
import type { PlaceKind } from './store/place-repository.js';

export interface ParticipateOptions {
  /** 16–255 characters; the same key and body get the same answer again. */
  readonly idempotencyKey?: string | undefined;
  /** From {@link Entering.arrive}, taken before the request was read. @defaultValue now */
  readonly arrival?: Arrival | undefined;
  /** Where the participant found the campaign. It is counted, and not kept with the entry. */
  readonly place?: Place | undefined;
  /** What comes with the entry and is no part of it: a solved challenge, a one-time code. */
  readonly proofs?: Proofs | undefined;
}

/** How entries are taken. */
export interface Entering {
  /**
   * Notes that a request is here. A server calls it when the head of a request is complete and hands it to
   * {@link participate}, so that neither a slow body nor a queue costs anyone the deadline or the place.
   */
  arrive(): Arrival;
  /** Takes one entry. @throws UserError `USER_001`, `USER_002`, `USER_004`, `USER_005`, `USER_006`, `USER_009`, `USER_057`, `USER_058` */
  participate(slug: string, input: EntryInput, options?: ParticipateOptions): Promise<Participation>;
  /** Counts that the page of an event was opened. Nothing tells who. An event nobody knows is passed over. */
  noteOpened(slug: string, place: Place): Promise<void>;
  /** Where the participants of a campaign found it. */
  places(campaignId: string): Promise<PlaceTally[]>;
  /** Codes that prove a visit now: the one shown in the store. */
  visitCode(campaignId: string): Promise<string>;
}

/** `stop` resolves when every entry that was taken has its answer, and nothing of ours runs any more. */
export function entering(
  parts: Parts,
  guards: EntryGuards,
  holds: CouponHolds,
): Entering & { readonly stop: () => Promise<void> } {
  const { store, keyring, now } = parts;
  const arrive = createArrivals(now);
  const { take, close, ...batches } = taker(parts);
  const committer = createCommitter<Submission, EntryAnswer>({ commit: take, ...batches });
  const campaigns = createCampaignCache({ campaigns: store.campaigns, now });
  const places = createCounts<PlaceKind>({ write: store.places.count, sleep: parts.sleep });
  const deps = { campaigns, entries: store.entries, committer, keyring, arrive, guards };

  /** Whoever comes now may have what was held for too long. One that cannot be given on costs nobody an entry. */
  async function giveOn(slug: string): Promise<void> {
    const campaign = await campaigns.findBySlug(slug);
    const back = campaign && (await holds.settle(campaign).catch(() => 0));
    if (back) campaigns.forget(slug);
  }

  return {
    arrive,
    async participate(slug, input, options = {}) {
      const arrival = options.arrival ?? arrive(); // before anything else
      await giveOn(slug);
      const { place, ...rest } = options;
      const participation = await participate({ slug, entry: input, ...rest, arrival }, deps);
      if (place && !participation.replayed) places.add(participation.receipt.campaignId, `entered:${place}`);
      return participation;
    },
    async noteOpened(slug, place) {
      const campaign = await campaigns.findBySlug(slug);
      if (campaign) places.add(campaign.id, `opened:${place}`);
    },
    async places(campaignId) {
      const { id } = await requireCampaign(store, campaignId);
      await places.flush();
      return store.places.tally(id);
    },
    async visitCode(campaignId) {
      const { id, brief } = await requireCampaign(store, campaignId);
      return visitCode((await keyring.of(id)).visitKey, visitRulesOf(brief).codeKind, now());
    },
    async stop() {
      await committer.drain();
      await close();
      await places.close();
    },
  };
}

interface Taker {
  readonly take: TakeEntries;
  readonly maxBatch?: number;
  readonly maxInFlight?: number;
  close(): Promise<void>;
}

/**
 * A thread of its own and a database have the next batch at hand when they have written one. The thread's are small, so
 * that it and the event loop work at the same time on halves of a crowd; a database's are large, for the way to it and
 * its disk cost the same whatever they hold. Our own choices.
 */
function taker({ entryThread, environment, folder, store, randomBytes }: Parts): Taker {
  const isFile = readDatabaseUrl(environment) === undefined;
  if (entryThread && isFile) {
    return { ...openEntryThread({ path: databasePath(folder) }), maxBatch: 256, maxInFlight: 4 };
  }
  const take = createTakeEntries({ entries: store.entries, randomBytes });
  const ofDatabase = isFile ? {} : { maxBatch: 1_024, maxInFlight: 2 };
  return { take, ...ofDatabase, close: async () => undefined };
}
