import type { Anchor } from '../schema/draw.js';

/** Where the fingerprint of a commitment was shown. Append only; a place counts once, as it was first seen. */
export interface AnchorRepository {
  add(campaignId: string, anchor: Anchor): Promise<void>;
  /** From the earliest. */
  byCampaign(campaignId: string): Promise<Anchor[]>;
}
