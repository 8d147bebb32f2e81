import { requireCampaign } from './campaign/read-status.js';
import { prepareVoid, type VoidDeps, voidDraw } from './campaign/void-draw.js';
import { endCampaign } from './client-cancel.js';
import type { Parts } from './client-parts.js';
import { carryOnVoidNotices, readVoidNotices, startVoidNotices } from './client-void-notices.js';
import { auditFileSchema } from './schema/audit.js';
import type { Campaign } from './schema/campaign.js';
import { parseRow } from './schema/parse.js';
import type { Voiding } from './voiding.js';

export function voiding(parts: Parts): Voiding {
  const { store } = parts;
  return {
    async voidDraw(campaignId, { dryRun = false, ...options }) {
      const campaign = await requireCampaign(store, campaignId);
      const deps = depsOf(parts, campaign);
      if (dryRun) return prepareVoid(campaign.id, options, deps);
      const signed = await voidDraw(campaign.id, options, deps);
      await startVoidNotices(parts, campaign); // before the campaign ends, so that whoever finds it ended goes on from here
      await endCampaign(parts, campaign.id);
      await carryOnVoidNotices(parts, campaign, undefined);
      return signed;
    },
    voidOf: (campaignId) => store.draws.voidOf(campaignId),
    voidNotices: async (campaignId) => readVoidNotices(parts, await requireCampaign(store, campaignId)),
    async auditChain(campaignId) {
      const { id } = await requireCampaign(store, campaignId);
      const [records, heads] = await Promise.all([store.audit.list(id), store.audit.heads(id)]);
      return parseRow(
        auditFileSchema,
        { records: records.map(({ record }) => record), heads },
        'audit chain',
      );
    },
  };
}

function depsOf({ store, now, keyring, providers }: Parts, { id, brief }: Campaign): VoidDeps {
  const { chain } = providers.beacon(brief.draw?.beacon ?? 'drand');
  return { store, now, chain, organiserKey: async () => (await keyring.of(id)).signingKey };
}
