export {
  AuthError,
  BugError,
  type Bilingual,
  type ErrorCode,
  type ErrorJson,
  type Issue,
  isCancellation,
  KtEventError,
  type Language,
  ProviderError,
  StoreError,
  toKtEventError,
  UserError,
} from './errors/index.js';
export type { CampaignStatus, KtEvent, Stage } from './kt-event.js';
export type { Effect, EffectState, Run, RunState } from './runs/journal.js';
export type { RunEvent } from './runs/run-event.js';
export { type Brief, type BriefInput, briefInputSchema } from './schema/brief.js';
export { briefJsonSchema } from './schema/brief-json-schema.js';
export type { Campaign, CampaignState } from './schema/campaign.js';
export type { Verification } from './schema/draw.js';
export type { Finding } from './schema/finding.js';
export { parseInput } from './schema/parse.js';
export { type Concept, type ConceptId, chosenConcept, type Plan } from './schema/plan.js';
export type { Channel, Industry, Mode, Objective } from './schema/primitives.js';
export type { Publication } from './schema/publication.js';
export type { Report } from './schema/report.js';
export { addDays, dayOf, instantOfDay, toSeoul } from './schema/seoul-time.js';
export type { EntryTally } from './store/entry-repository.js';
