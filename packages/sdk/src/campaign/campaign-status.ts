import type { Effect, Run } from '../runs/journal.js';
import type { Campaign } from '../schema/campaign.js';
import type { Insight } from '../schema/insight.js';
import type { Notice } from '../schema/notice.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';
import type { DrawRecord } from '../store/draw-repository.js';
import type { EntryTally } from '../store/entry-repository.js';
import type { GuardTally } from '../store/guard-repository.js';

/** Everything known about one campaign. */
export interface CampaignStatus {
  readonly campaign: Campaign;
  readonly run: Run | undefined;
  readonly publications: readonly Publication[];
  readonly entries: EntryTally;
  /** Who was turned away before the entry was looked at, and what codes have cost. */
  readonly guards: GuardTally;
  readonly remainingStock: number | undefined;
  readonly draw: DrawRecord | undefined;
  readonly notices: readonly Notice[];
  readonly report: Report | undefined;
  readonly insight: Insight | undefined;
  readonly effects: readonly Effect[];
}
