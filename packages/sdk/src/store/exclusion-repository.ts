import type { Exclusion, ExclusionReason } from '../schema/exclusion.js';

/** Entries that will not be drawn from. Append only, and none after the list has been committed to. */
export interface ExclusionRepository {
  /** The same entry again is a no-op. @throws UserError `USER_065` when the list has been committed to */
  add(campaignId: string, exclusion: Exclusion): Promise<void>;
  /** How many entries were left out, by reason. */
  counts(campaignId: string): Promise<Partial<Record<ExclusionReason, number>>>;
}
