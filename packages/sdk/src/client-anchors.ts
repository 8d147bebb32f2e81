import type { Anchoring } from './anchoring.js';
import { anchorPost, requireAnchorable } from './campaign/anchor-post.js';
import { anchorText } from './campaign/anchor-text.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { commitmentHash } from './draw/commitment-hash.js';
import { revealTimeMs } from './draw/timing.js';
import { printedUrl } from './printed-url.js';
import type { Campaign } from './schema/campaign.js';

export function anchoring(parts: Parts): Anchoring {
  const { store, now, providers } = parts;
  const depsOf = ({ brief }: Campaign) => ({
    ...providers.places,
    store,
    now,
    chain: providers.beacon(brief.draw?.beacon ?? 'drand').chain,
  });
  return {
    async anchors(campaignId) {
      return store.anchors.byCampaign((await requireCampaign(store, campaignId)).id);
    },
    async anchorText(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      const deps = depsOf(campaign);
      const commitment = await requireAnchorable(campaign.id, deps);
      const revealMs = revealTimeMs(commitment.beacon, deps.chain);
      const url = `${await printedUrl(parts, campaign.id)}/draws/${campaign.slug}`;
      return {
        hash: commitmentHash(commitment),
        text: anchorText(campaign, commitment, url),
        until: revealMs === undefined ? undefined : new Date(revealMs).toISOString(),
      };
    },
    async anchorPost(campaignId, url, { signal } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      return anchorPost(campaign.id, { url, signal }, depsOf(campaign));
    },
  };
}
