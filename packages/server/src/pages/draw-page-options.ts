import type { DrawRecord, Verification } from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';

export interface DrawPageOptions {
  readonly campaign: PlannedCampaign;
  readonly draw: DrawRecord | undefined;
  /** The server's own check; the transcript lets anyone repeat it. */
  readonly verification: Verification | undefined;
}
