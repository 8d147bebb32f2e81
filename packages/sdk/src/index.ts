// The public API: what a customer may build on. Adapters, repositories and the renderer stay inside.

export type { Anchoring, AnchorText } from './anchoring.js';
export type { TaxRow } from './award/tax-sheet.js';
export { toCsv } from './award/to-csv.js';
export { type Cache, type CacheOptions, createCache } from './cache/create-cache.js';
export type { CampaignStatus } from './campaign/campaign-status.js';
export type { PublicationNews } from './campaign/mark-publication.js';
export type { Measured } from './campaign/measure-publications.js';
export { modelMadeAmong } from './campaign/model-made.js';
export type { Forgotten, PersonalRecord } from './campaign/person.js';
export type { ChannelPreview } from './campaign/preview-distribution.js';
export type { DrawPreview } from './campaign/preview-draw.js';
export type { Rotated } from './campaign/rotate-keys.js';
export type { Stage } from './campaign/stage.js';
export type { OwnConsent, WithdrawnConsent } from './campaign/withdraw-consent.js';
export type { BusinessCheck, Checking, CheckOptions } from './checking.js';
export { createKtEvent } from './client.js';
export type { CacheRates, Caching, HitRate } from './client-caches.js';
export type { Drawing, ReceiptCheck } from './client-draws.js';
export type { ParticipateOptions } from './client-entries.js';
export type { EntryDemands, Guarding, PhoneCodeQuestion } from './client-guards.js';
export type { KeyStatus, Privacy } from './client-privacy.js';
export type { Signed, Signing, SigningFailure } from './client-signing.js';
export type { Trending, WarmOptions } from './client-trends.js';
export type { TrendStore } from './compose-trends.js';
export type { Consenting, ConsentStatus, ConsentsDue, DueConsent, DueConsents } from './consenting.js';
export type { ShownCoupon, StaffLinks, VisitScreen } from './couponing.js';
export { diagnose } from './diagnose.js';
export type { DiagnoseOptions } from './diagnose-options.js';
export type { Diagnosis } from './diagnosis.js';
export { commitmentHash, fingerprintOf } from './draw/commitment-hash.js';
export { judgeReceipt, type ReceiptVerdict } from './draw/judge-receipt.js';
export { type Rfc3797Verification, verifyRfc3797 } from './draw/rfc3797.js';
export { deadDays, deadTimeMs, revealTimeMs } from './draw/timing.js';
export { verifyAuditFile } from './draw/verify-audit-file.js';
export { verifyEntryLog } from './draw/verify-entry-log.js';
export { verifyTranscript } from './draw/verify-transcript.js';
export { type VoidVerification, verifyVoid } from './draw/verify-void.js';
export { voidReasons } from './draw/void-texts.js';
export {
  AuthError,
  type Bilingual,
  BugError,
  type ErrorCode,
  type ErrorJson,
  errorCatalogue,
  type Issue,
  KtEventError,
  type Language,
  ProviderError,
  StoreError,
  toKtEventError,
  UserError,
} from './errors/index.js';
export { channelLimits } from './generate/channel-limits.js';
export { createFacts, type Facts } from './generate/facts.js';
export { logoDataUri } from './generate/read-logo.js';
export { ringScript, voiceDisclosure } from './generate/ring-script.js';
export type { Generating, Generation, GenerationItem } from './generating.js';
export { createGotHttp } from './http/got-http.js';
export type { Http, HttpRequest, HttpResponse } from './http/http.js';
export type {
  AdvanceOptions,
  CreateOptions,
  HintCall,
  HintProvider,
  KtEvent,
  PlanOptions,
  StateCounts,
} from './kt-event.js';
export type { LicenceNeed } from './licence-need.js';
export type { KtEventOptions } from './options.js';
export type { Arrival } from './participate/arrival.js';
export { couponPass } from './participate/coupon-pass.js';
export type { CodeAnswer as PhoneCodeAnswer } from './participate/guards/entry-guards.js';
export { refuseOver } from './participate/redeem-coupon.js';
export type { OutsideText } from './plan/merge/outside-text.js';
export type { ProgressEvent, ProviderEvent } from './progress-event.js';
export type { BusinessRegistry, BusinessStatus } from './providers/business-registry.js';
export { decodeText } from './providers/csv-sales/decode-text.js';
export { readCsv } from './providers/csv-sales/read-csv.js';
export type { HumanCheck, HumanVerdict } from './providers/human-check.js';
export { createNtsRegistry, type NtsOptions } from './providers/nts/nts-registry.js';
export { createTurnstileCheck, type TurnstileOptions } from './providers/turnstile/turnstile-check.js';
export { type Palette, paletteFor, palettes } from './render/palette.js';
export { isOpenTooLong, openTimeMs } from './resilience/open-time.js';
export type { Effect, EffectState, Run, RunState } from './runs/journal.js';
export type { RunEvent } from './runs/run-event.js';
export type { AuditFile, AuditHead } from './schema/audit.js';
export type { Award, AwardEvent, AwardState, ForfeitReason, HandOver } from './schema/award.js';
export { type Brief, type BriefInput, briefInputSchema, drawsLots } from './schema/brief.js';
export { briefJsonSchema } from './schema/brief-json-schema.js';
export type { Campaign, CampaignState } from './schema/campaign.js';
export { type Challenge, challengeSchema } from './schema/challenge.js';
export type { ClaimInput } from './schema/claim.js';
export type { Coupon } from './schema/coupon.js';
export type { Creative } from './schema/creative.js';
export type { Anchor, CheckId, Transcript, Verification } from './schema/draw.js';
export { type SignedVoid, type VoidReason, voidReasonSchema } from './schema/draw-void.js';
export {
  type EntryInput,
  entryInputSchema,
  type Participation,
  type Receipt,
  receiptSchema,
} from './schema/entry.js';
export type { LogHead, LogHeads, LogPlace } from './schema/entry-log.js';
export type { Erasure, ErasureReceipt } from './schema/erasure.js';
export { type ExclusionReason, exclusionReasonSchema } from './schema/exclusion.js';
export type { Finding } from './schema/finding.js';
export type { Inclusion } from './schema/inclusion.js';
export type { Advice, Idea, Insight } from './schema/insight.js';
export type { Notice } from './schema/notice.js';
export { parseInput } from './schema/parse.js';
export { type Place, type PlaceTally, placeSchema } from './schema/place.js';
export {
  type Concept,
  type ConceptId,
  type Correction,
  type Cost,
  chosenConcept,
  type Figure,
  type Plan,
  type PlanModel,
  type Prize,
} from './schema/plan.js';
export type { Channel, Industry, Mode, Objective } from './schema/primitives.js';
export { channelSchema, industrySchema, objectiveSchema } from './schema/primitives.js';
export type { Processor } from './schema/processor.js';
export { type Proofs, proofsSchema } from './schema/proofs.js';
export type { CircuitState, ProviderHealth } from './schema/provider-health.js';
export type { DeliveryCount, Publication, PublicationState } from './schema/publication.js';
export { canBecome, isPlaced, isUnderWay } from './schema/publication-ways.js';
export type { Report } from './schema/report.js';
export { addDays, dayOf, instantOfDay, nextDay, toSeoul } from './schema/seoul-time.js';
export type { TrendSourceState, TrendStatement, Trends } from './schema/trend.js';
export type { DeviceTokens } from './security/device-tokens.js';
export type { Sketch, Sketching, SketchOptions } from './sketching.js';
export { createSteadyClock, type TimeSources } from './steady-clock.js';
export type { CouponStock } from './store/coupon-repository.js';
export type { DrawRecord } from './store/draw-repository.js';
export type { EntryTally } from './store/entry-repository.js';
export type { GuardKind, GuardTally } from './store/guard-repository.js';
export type { RushPlace } from './store/rush-repository.js';
export { openSqliteStore, type SqliteStoreOptions } from './store/sqlite/open-sqlite-store.js';
export type { Store } from './store/store.js';
export type { Telling } from './telling.js';
export { type CheckedTemplates, checkTemplates, type TemplateFinding } from './templates/check-templates.js';
export { listTemplates, type TemplateRow } from './templates/list-templates.js';
export type { VoidDrawOptions, Voiding, VoidNotices } from './voiding.js';
export type { Forfeiture, NoticeTemplate, WinnerPage, WinnerRow } from './winning.js';
