import type { Anchoring } from './anchoring.js';
import type { DistributionChoice } from './campaign/campaign-deps.js';
import type { CampaignStatus } from './campaign/campaign-status.js';
import type { PublicationNews } from './campaign/mark-publication.js';
import type { Measured } from './campaign/measure-publications.js';
import type { ChannelPreview } from './campaign/preview-distribution.js';
import type { Stage } from './campaign/stage.js';
import type { Checking } from './checking.js';
import type { Caching } from './client-caches.js';
import type { Drawing } from './client-draws.js';
import type { Entering } from './client-entries.js';
import type { Guarding } from './client-guards.js';
import type { Privacy } from './client-privacy.js';
import type { Signing } from './client-signing.js';
import type { Trending } from './client-trends.js';
import type { Consenting } from './consenting.js';
import type { Couponing } from './couponing.js';
import type { Generating } from './generating.js';
import type { OutsideText } from './plan/merge/outside-text.js';
import type { ProgressEvent } from './progress-event.js';
import type { Proving } from './proving.js';
import type { Effect, RunState } from './runs/journal.js';
import type { Brief } from './schema/brief.js';
import type { Campaign } from './schema/campaign.js';
import type { Creative } from './schema/creative.js';
import type { Verification } from './schema/draw.js';
import type { Plan } from './schema/plan.js';
import type { Channel } from './schema/primitives.js';
import type { ProviderHealth } from './schema/provider-health.js';
import type { Publication } from './schema/publication.js';
import type { Sketching } from './sketching.js';
import type { DrawRecord } from './store/draw-repository.js';
import type { GuardTally } from './store/guard-repository.js';
import type { PublicationCount } from './store/outcome-repository.js';
import type { Telling } from './telling.js';
import type { Visiting } from './visiting.js';
import type { Voiding } from './voiding.js';
import type { Winning } from './winning.js';

export interface CreateOptions {
  /** A rehearsal teaches rehearsals only and is labelled everywhere. @defaultValue false */
  readonly rehearsal?: boolean;
  /** Folder for the campaign's files, absolute. @defaultValue a folder of its own under the output folder */
  readonly folder?: string;
}

export interface PlanOptions {
  /** @defaultValue false */
  readonly rehearsal?: boolean | undefined;
  /** Asks nobody: no model, no source of trends. @defaultValue false */
  readonly offline?: boolean | undefined;
  /** Draws between concepts that are worth nearly the same, whatever the brief chooses. @defaultValue false */
  readonly explore?: boolean | undefined;
  /** Asks the sources of trends, and no model. @defaultValue false */
  readonly withoutModels?: boolean | undefined;
  /** The plan will be written down: sources whose terms forbid keeping what they say are not asked. @defaultValue false */
  readonly toKeep?: boolean | undefined;
  /** Waits no longer, ms: past it the knowledge base answers alone, and the models go on for the next who asks. @defaultValue as long as it takes */
  readonly withinMs?: number | undefined;
  /** What others say about the trade or the store: data that models read, never instructions. @defaultValue none */
  readonly trends?: readonly OutsideText[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AdvanceOptions extends DistributionChoice {
  /** Stops after this stage. @defaultValue as far as the clock allows */
  readonly until?: Stage;
  readonly signal?: AbortSignal | undefined;
}

interface SignalOption {
  readonly signal?: AbortSignal | undefined;
}

/** Who calls back when something has changed. */
export type HintProvider = 'solapi' | 'nhn' | 'kt' | 'naver_blog';

/** A call back, as it arrived. */
export interface HintCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** To the byte: what was signed is not what a parser would write again. */
  readonly rawBody: Uint8Array;
  /** The unguessable part of the address it was sent to. */
  readonly token?: string | undefined;
}

export interface StateCounts {
  /** Every state, 0 included. */
  readonly runs: Readonly<Record<RunState, number>>;
  /** Channels and states of which there is one at least. */
  readonly publications: readonly PublicationCount[];
  /** Requests for entries that were turned away, by what, of all campaigns. */
  readonly turnedAway: GuardTally['turnedAway'];
}

/**
 * The toolkit. Made by `createKtEvent`; close it when done.
 * Every method rejects with a `KtEventError`; branch on its `code`.
 */
export interface KtEvent
  extends Anchoring,
    Caching,
    Checking,
    Consenting,
    Couponing,
    Drawing,
    Entering,
    Generating,
    Guarding,
    Privacy,
    Proving,
    Telling,
    Sketching,
    Signing,
    Trending,
    Visiting,
    Voiding,
    Winning {
  /**
   * Proposes three concepts within ten seconds: from the knowledge base, and from the text models that have a key. A model
   * that fails is told of in `models`. The same question is answered from memory for an hour. Findings are data.
   */
  plan(brief: Brief, options?: PlanOptions): Promise<Plan>;
  /** How often a plan came from memory, in this process. */
  planCache(): { readonly hits: number; readonly misses: number };
  /** Stores a campaign and its run. Nothing is sent until it is advanced. */
  create(brief: Brief, options?: CreateOptions): Promise<Campaign>;
  find(idOrSlug: string): Promise<Campaign | undefined>;
  list(): Promise<Campaign[]>;
  status(campaignId: string): Promise<CampaignStatus>;
  /** The commitment, and after the draw its transcript. Absent before the list is fixed. */
  draw(campaignId: string): Promise<DrawRecord | undefined>;
  /** Hash of exactly what an approval covers. @throws UserError `USER_008` before there is a plan */
  contentHash(campaign: Campaign): string;
  /** A person's yes to this content. @throws UserError `USER_007` when the content has changed since */
  approve(
    campaignId: string,
    approval: { readonly contentHash: string; readonly by: string },
  ): Promise<Campaign>;
  /**
   * Carries the campaign on as far as the clock, the approval and `until` allow. Resuming is the same call. A failure
   * that may pass leaves the run `waiting` with the error and a time at which it is due again.
   * @throws StoreError `STORE_004` while another process carries it on
   */
  advance(campaignId: string, options?: AdvanceOptions): Promise<CampaignStatus>;
  /**
   * Campaigns that can go on now: interrupted ones, and those whose time, approval or decision about an effect has
   * come. One that was told to stop after a stage is due only when it is public already: promised times are kept.
   */
  due(): Promise<Campaign[]>;
  /**
   * Ends a campaign for good, also while another process carries it on: that one stops at its next step. What channels
   * can take back is taken back; the rest stays listed.
   */
  cancel(campaignId: string): Promise<Campaign>;
  /** Trusts nothing but the transcript. */
  verify(transcript: unknown): Verification;
  /** What `advance` would publish, channel by channel. Sends nothing. @throws UserError `USER_008` before the creatives are made */
  previewDistribution(campaignId: string): Promise<ChannelPreview[]>;
  /** Asks the channels for news of what is under review or being delivered. Reads only. */
  refreshPublications(
    campaignId: string,
    options?: SignalOption,
  ): Promise<{ readonly publications: readonly Publication[]; readonly failures: readonly unknown[] }>;
  /**
   * Takes a call back as a hint to ask its provider again, which then goes on by itself: what the call says is believed
   * in nothing. A call whose id came within the last 24 hours is asked about no more.
   *
   * @param options.onFailure - Told what could not be asked, after the promise has resolved. Nobody by default.
   * @returns false when it does not know the secret, or none is set; true also for ids that nobody knows.
   */
  hear(
    provider: HintProvider,
    call: HintCall,
    options?: { readonly onFailure?: ((error: unknown) => void) | undefined },
  ): Promise<boolean>;
  /** Campaigns of which a channel may have news, without those that are over: what to ask about now and then. */
  pending(): Promise<Campaign[]>;
  /** How many runs and publications there are in each state. Cheap, for figures that many people ask for. */
  counts(): Promise<StateCounts>;
  /** What people did with the publications, as far as their channels tell. Reads only; nothing is kept. */
  measurePublications(
    campaignId: string,
    options?: SignalOption,
  ): Promise<{ readonly measured: readonly Measured[]; readonly failures: readonly unknown[] }>;
  /**
   * A post that a person has made is there: its page is fetched and must carry the campaign.
   * @throws UserError `USER_041`, `USER_042`, `USER_043`
   */
  confirmPublication(
    campaignId: string,
    channel: Channel,
    url: string,
    options?: SignalOption,
  ): Promise<Publication>;
  /** What a person has learnt of a publication. @throws UserError `USER_001` for no instant, `USER_042` when no way leads there */
  markPublication(
    campaignId: string,
    channel: Channel,
    news: Pick<PublicationNews, 'state' | 'reason' | 'scheduledFor'>,
  ): Promise<Publication>;
  /**
   * Takes publications back where the channel has a way to: of the named channels, else of all. Resuming is the same call.
   * @throws UserError `USER_038`, `USER_042`, `USER_044`
   */
  unpublish(
    campaignId: string,
    options?: SignalOption & { readonly channels?: readonly Channel[] | undefined },
  ): Promise<Publication[]>;
  /** Makes every address of a campaign's media stop working, those that channels were given included. */
  revokeMedia(campaignId: string): Promise<Campaign>;
  /** Makes every media address of this data folder stop working, by another key. */
  rotateMediaKey(): Promise<void>;
  /** Effects whose outcome a person may have to decide. */
  effects(filter?: { readonly campaignId?: string }): Promise<readonly Effect[]>;
  /** A person's answer: it happened, or it did not. */
  resolveEffect(effectId: string, happened: boolean): Promise<Effect>;
  /** Signed path and query of a creative, for seven days at most. */
  mediaPath(campaign: Campaign, creative: Creative): string;
  /** A picture's bytes, by the path and query of its signed address. @throws AuthError `AUTH_003` */
  openMedia(
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{ creative: Creative; bytes: Uint8Array }>;
  /**
   * How the providers are: of each, the newest of what this process and others saw, by name. Counters are of one
   * process and never added up; `countedHere` says whose.
   */
  providers(): Promise<ProviderHealth[]>;
  /** Calls `listener` for every stage and step, and for providers that pause or come back. @returns a function that stops it. */
  on(listener: (event: ProgressEvent) => void): () => void;
  close(): Promise<void>;
}
