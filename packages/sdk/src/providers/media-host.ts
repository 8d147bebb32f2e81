import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';

/** Puts creatives where a channel can fetch them. */
export interface MediaHost {
  readonly provider: string;
  /**
   * Makes the file reachable; doing it twice is harmless. Absent where the files are reachable as they lie.
   * Uploads are retried by the host's own policy.
   */
  upload?(
    campaign: Pick<Campaign, 'slug' | 'folder'>,
    creative: Creative,
    signal?: AbortSignal,
  ): Promise<void>;
  /**
   * A signed address, read only, for seven days from `at`. The same `at` gives the same address, so it is never stored.
   */
  url(campaign: Pick<Campaign, 'slug' | 'mediaVersion'>, creative: Creative, at: Date): Promise<string>;
}
