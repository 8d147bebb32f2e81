import type { Journal } from '../runs/journal.js';
import type { AnchorRepository } from './anchor-repository.js';
import type { AuditRepository } from './audit-repository.js';
import type { AwardRepository } from './award-repository.js';
import type { CacheRepository } from './cache-repository.js';
import type { CampaignRepository } from './campaign-repository.js';
import type { ClaimRepository } from './claim-repository.js';
import type { CodeRepository } from './code-repository.js';
import type { CouponRepository } from './coupon-repository.js';
import type { DrawRepository } from './draw-repository.js';
import type { EntryPages } from './entry-pages.js';
import type { EntryRepository } from './entry-repository.js';
import type { ExclusionRepository } from './exclusion-repository.js';
import type { GuardRepository } from './guard-repository.js';
import type { HealthRepository } from './health-repository.js';
import type { KeyRepository } from './key-repository.js';
import type { LogRepository } from './log-repository.js';
import type { OutcomeRepository } from './outcome-repository.js';
import type { PersonRepository } from './person-repository.js';
import type { PlaceRepository } from './place-repository.js';
import type { RushRepository } from './rush-repository.js';

/** Everything kt-event remembers. One implementation, in Kysely, for SQLite and PostgreSQL alike. */
export interface Store {
  readonly campaigns: CampaignRepository;
  readonly entries: EntryRepository;
  readonly coupons: CouponRepository;
  /** The lottery of the first seconds. */
  readonly rush: RushRepository;
  readonly entryPages: EntryPages;
  readonly exclusions: ExclusionRepository;
  /** Signed heads of the entry logs. */
  readonly logs: LogRepository;
  readonly anchors: AnchorRepository;
  /** The persons in the entries. */
  readonly persons: PersonRepository;
  readonly draws: DrawRepository;
  /** Publications, notices, reports and insights. */
  readonly outcomes: OutcomeRepository;
  readonly awards: AwardRepository;
  readonly claims: ClaimRepository;
  readonly guards: GuardRepository;
  /** One-time codes by text message. */
  readonly codes: CodeRepository;
  readonly places: PlaceRepository;
  readonly health: HealthRepository;
  /** How often memory answered. */
  readonly caches: CacheRepository;
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
  readonly journal: Journal;
  close(): Promise<void>;
}
