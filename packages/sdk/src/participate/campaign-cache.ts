import type { Campaign } from '../schema/campaign.js';
import type { CampaignRepository } from '../store/campaign-repository.js';

/**
 * How long a campaign may be remembered instead of read: a cancellation is seen this late. The end of the period and
 * of the stock are not read from here, so neither is ever late. Our own choice.
 */
const maxAgeMs = 500;

export interface CampaignCacheOptions {
  readonly campaigns: Pick<CampaignRepository, 'findBySlug'>;
  readonly now: () => Date;
}

interface CampaignCache extends Pick<CampaignRepository, 'findBySlug'> {
  /** Reads it anew the next time: we have just changed it. */
  forget(slug: string): void;
}

/** Reads a campaign once for a crowd that asks for it at the same moment. */
export function createCampaignCache({ campaigns, now }: CampaignCacheOptions): CampaignCache {
  const known = new Map<
    string,
    { readonly readAtMs: number; readonly campaign: Promise<Campaign | undefined> }
  >();

  return {
    async findBySlug(slug) {
      const atMs = now().getTime();
      const entry = known.get(slug);
      if (entry && Math.abs(atMs - entry.readAtMs) < maxAgeMs) return entry.campaign;
      const campaign = campaigns.findBySlug(slug);
      known.set(slug, { readAtMs: atMs, campaign });
      // what does not exist or could not be read is not kept: addresses are free to invent
      campaign.then(
        (found) => found ?? known.delete(slug),
        () => known.delete(slug),
      );
      return campaign;
    },
    forget(slug) {
      known.delete(slug);
    },
  };
}
