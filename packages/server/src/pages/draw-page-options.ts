import type { Anchor, DrawRecord, Verification } from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';

export interface DrawPageOptions {
  readonly campaign: PlannedCampaign;
  readonly draw: DrawRecord | undefined;
  /** Places that show the commitment so far; the transcript has those that count. */
  readonly anchors: readonly Anchor[];
  readonly now: Date;
  /** The server's own check; the transcript lets anyone repeat it. */
  readonly verification: Verification | undefined;
}
