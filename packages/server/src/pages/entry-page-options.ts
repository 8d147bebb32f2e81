import type { Creative, DrawRecord } from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';

export interface EntryPageOptions {
  readonly campaign: PlannedCampaign;
  /** Pieces left, first-come only. */
  readonly remainingStock: number | undefined;
  /** What the draw was bound to, once the list is fixed. */
  readonly commitment: DrawRecord['commitment']['commitment'] | undefined;
  readonly picture: (Pick<Creative, 'text' | 'widthPx' | 'heightPx'> & { readonly url: string }) | undefined;
  /** Makes a resubmit of this very page harmless. */
  readonly idempotencyKey: string;
}
