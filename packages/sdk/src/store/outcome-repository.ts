import type { Insight } from '../schema/insight.js';
import type { Notice } from '../schema/notice.js';
import type { Channel, Industry } from '../schema/primitives.js';
import type { Publication, PublicationState } from '../schema/publication.js';
import type { Report } from '../schema/report.js';

/** How many publications of one channel are in one state. Never 0. */
export interface PublicationCount {
  readonly channel: Channel;
  readonly state: PublicationState;
  readonly count: number;
}

/** What came of a campaign. Each is replaced as a whole under its natural key, so writing twice is harmless. */
export interface OutcomeRepository {
  /** Key: campaign and channel. */
  savePublication(publication: Publication): Promise<void>;
  /** Replaces it only while it is in the state `from`, so that old news never undo newer ones. @returns false otherwise */
  updatePublication(publication: Publication, from: PublicationState): Promise<boolean>;
  publications(campaignId: string): Promise<Publication[]>;
  /** Those that go by this id at their channel. Two channels may have the same. */
  findPublications(externalId: string): Promise<Publication[]>;
  /** Those of all campaigns in one of these states, and those with deliveries pending, oldest news first. */
  pendingPublications(states: readonly PublicationState[]): Promise<Publication[]>;
  /** How many there are. None is left out, and none is counted twice. */
  countPublications(): Promise<PublicationCount[]>;
  /** Key: campaign and entry. */
  saveNotice(campaignId: string, notice: Notice): Promise<void>;
  notices(campaignId: string): Promise<Notice[]>;
  /** Key: campaign. */
  saveReport(report: Report): Promise<void>;
  report(campaignId: string): Promise<Report | undefined>;
  /** Key: campaign. */
  saveInsight(insight: Insight): Promise<void>;
  /** Newest first. Rehearsals teach rehearsals only. */
  insights(storeKey: string, filter: { readonly rehearsal: boolean }): Promise<Insight[]>;
  /** Of other stores of a trade that agreed to share, newest first. */
  sharedInsights(
    industry: Industry,
    filter: { readonly rehearsal: boolean; readonly except: string },
  ): Promise<Insight[]>;
}
