import type { Kysely } from 'kysely';
import type { RunLocks } from '../run-locks.js';
import type { Store } from '../store.js';
import { createAnchorRepository } from './anchors.js';
import { createAuditRepository } from './audit.js';
import { createAwardRepository } from './awards.js';
import { createCacheRepository } from './caches.js';
import { createCampaignRepository } from './campaigns.js';
import { createClaimRepository } from './claims.js';
import { createCodeRepository } from './codes.js';
import { createCouponRepository } from './coupons.js';
import { createDrawRepository } from './draws.js';
import { createEntryRepository } from './entries.js';
import { createLogRepository } from './entry-log.js';
import { createEntryPages } from './entry-pages.js';
import { createExclusionRepository } from './exclusions.js';
import { createGuardRepository } from './guards.js';
import { createJournal } from './journal.js';
import { createKeyRepository } from './keys.js';
import { createOutcomeRepository } from './outcomes.js';
import { createPersonRepository } from './persons.js';
import { createPlaceRepository } from './places.js';
import { createHealthRepository } from './provider-health.js';
import { createRushRepository } from './rush.js';
import type { Tables } from './tables.js';

export interface StoreParts {
  readonly db: Kysely<Tables>;
  readonly locks: RunLocks;
  readonly now: () => Date;
  /** Statement that leaves no copy of deleted rows in the files of this engine. */
  readonly scrub: string;
}

/** One set of repositories over whichever database Kysely speaks to. */
export function createStore({ db, locks, now, scrub }: StoreParts): Store {
  return {
    campaigns: createCampaignRepository(db),
    entries: createEntryRepository(db),
    coupons: createCouponRepository(db),
    rush: createRushRepository(db),
    entryPages: createEntryPages(db),
    exclusions: createExclusionRepository(db),
    logs: createLogRepository(db),
    anchors: createAnchorRepository(db),
    persons: createPersonRepository(db, scrub),
    draws: createDrawRepository(db),
    outcomes: createOutcomeRepository(db),
    awards: createAwardRepository(db),
    claims: createClaimRepository(db),
    guards: createGuardRepository(db),
    codes: createCodeRepository(db),
    places: createPlaceRepository(db),
    health: createHealthRepository(db),
    caches: createCacheRepository(db),
    keys: createKeyRepository(db),
    audit: createAuditRepository(db),
    journal: createJournal({ db, locks, now }),
    async close() {
      await locks.releaseAll();
      await db.destroy();
    },
  };
}
