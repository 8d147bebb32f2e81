import type { AwardTables } from './award-tables.js';
import type { CacheReadsRow } from './cache-table.js';
import type { CouponTables } from './coupon-tables.js';
import type { DrawTables } from './draw-tables.js';
import type { LessonTables } from './lesson-tables.js';
import type { EntryTallyRow } from './tally-table.js';

/** 0 or 1: SQLite has no boolean, and PostgreSQL follows so that one repository serves both. */
type Flag = number;
/** JSON as text, read back through the schema of the value. */
type JsonText = string;

export interface CampaignRow {
  id: string;
  slug: string;
  state: string;
  brief: JsonText;
  mode: string;
  rehearsal: Flag;
  folder: string;
  createdAt: string;
  plan: JsonText | null;
  approval: JsonText | null;
  creatives: JsonText;
  mediaVersion: number;
}

export interface EntryRow {
  id: string;
  campaignId: string;
  seq: number;
  weight: number;
  visited: Flag;
  visitProof: string | null;
  marketingConsent: Flag;
  couponNo: number | null;
  ownerTag: string;
  receivedAt: string;
  sealedName: string;
  sealedPhone: string;
  sealedSalt: string;
  keyVersion: number;
  /** Its unique index is what makes "once per person" true. Null once the person is forgotten. */
  blindIndex: string | null;
  idempotencyKey: string | null;
  requestHash: string;
  marketingWithdrawnAt: string | null;
}

/** What an entry is written with: nobody takes a consent back before it is there. */
export type NewEntryRow = Omit<EntryRow, 'marketingWithdrawnAt'>;

interface DrawRow {
  campaignId: string;
  state: string;
  commitment: JsonText;
  transcript: JsonText | null;
}

export interface AuditRow {
  campaignId: string;
  no: number;
  record: JsonText;
  hash: string;
}

/** A value that is replaced as a whole; the other columns only find it. */
interface PublicationRow {
  campaignId: string;
  channel: string;
  at: string;
  value: JsonText;
  externalId: string | null;
  state: string;
  /** Deliveries that have neither come nor been given up. */
  pending: number;
}

interface NoticeRow {
  campaignId: string;
  entryId: string;
  at: string;
  value: JsonText;
}

interface ReportRow {
  campaignId: string;
  value: JsonText;
}

interface SecretRow {
  name: string;
  sealed: string;
}

export interface RunRow {
  id: string;
  definition: string;
  version: number;
  input: JsonText;
  subject: string;
  state: string;
  fence: number;
  priority: number;
  createdAt: string;
  updatedAt: string;
  wakeAt: string | null;
  waitingFor: string | null;
  result: JsonText | null;
  error: JsonText | null;
  capKrw: number | null;
  /** Spent and set aside: the sum over the run's effects. */
  committedKrw: number;
}

interface StepRow {
  runId: string;
  key: string;
  result: JsonText;
  fence: number;
  recordedAt: string;
}

export interface EffectRow {
  id: string;
  runId: string;
  key: string;
  idempotency: string;
  state: string;
  fence: number;
  attempts: number;
  fingerprint: string;
  clientRef: string;
  reservedKrw: number;
  settledKrw: number;
  intentAt: string;
  settledAt: string | null;
  result: JsonText | null;
  error: JsonText | null;
  handle: string | null;
  preparedAt: string;
  round: number;
}

/** One publication of the same words by one store on one channel. */
interface ContentClaimRow {
  storeKey: string;
  mode: string;
  channel: string;
  wordsHash: string;
  campaignId: string;
}

interface ProviderHealthRow {
  provider: string;
  at: string;
  value: JsonText;
}

/** A challenge that somebody has entered with, until it could not be used again anyway. */
interface SpentChallengeRow {
  campaignId: string;
  name: string;
  expiresAt: string;
}

interface PhoneCodeRow {
  id: string;
  campaignId: string;
  phoneIndex: string;
  clientIndex: string;
  codeHash: string;
  at: string;
  expiresAt: string;
  priceKrw: number;
  tries: number;
  usedAt: string | null;
}

interface CodeBudgetRow {
  campaignId: string;
  /** Codes reserved and not released. */
  sent: number;
  committedKrw: number;
  capKrw: number;
}

interface GuardCountRow {
  campaignId: string;
  kind: string;
  count: number;
}

interface MigrationRow {
  no: number;
  name: string;
}

/** Table and column names are those of the schema fields, so no mapping exists. */
export interface Tables extends AwardTables, CouponTables, DrawTables, LessonTables {
  campaign: CampaignRow;
  entry: EntryRow;
  entryTally: EntryTallyRow;
  draw: DrawRow;
  audit: AuditRow;
  publication: PublicationRow;
  notice: NoticeRow;
  report: ReportRow;
  secret: SecretRow;
  run: RunRow;
  step: StepRow;
  effect: EffectRow;
  contentClaim: ContentClaimRow;
  providerHealth: ProviderHealthRow;
  spentChallenge: SpentChallengeRow;
  phoneCode: PhoneCodeRow;
  codeBudget: CodeBudgetRow;
  guardCount: GuardCountRow;
  cacheReads: CacheReadsRow;
  migration: MigrationRow;
}
