import type { Insight } from '../schema/insight.js';
import type { Notice } from '../schema/notice.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';

/** What came of a campaign. Each is replaced as a whole under its natural key, so writing twice is harmless. */
export interface OutcomeRepository {
  /** Key: campaign and channel. */
  savePublication(publication: Publication): Promise<void>;
  publications(campaignId: string): Promise<Publication[]>;
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
}
