import { requireCampaign } from './campaign/read-status.js';
import { prepareVoid, type VoidDeps, type VoidOptions, voidDraw } from './campaign/void-draw.js';
import { endCampaign } from './client-cancel.js';
import type { Parts } from './client-parts.js';
import { carryOnVoidNotices, readVoidNotices, startVoidNotices } from './client-void-notices.js';
import { auditFileSchema } from './schema/audit.js';
import type { Campaign } from './schema/campaign.js';
import type { SignedVoid } from './schema/draw-void.js';
import { parseRow } from './schema/parse.js';
import type { Voiding } from './voiding.js';

export function voiding(parts: Parts): Voiding {
  const { store } = parts;
  return {
    async voidDraw(campaignId, { dryRun = false, ...options }) {
      const campaign = await requireCampaign(store, campaignId);
      const signed = await prepareVoid(campaign.id, options, depsOf(parts, campaign));
      return dryRun ? signed : declare(parts, campaign, options);
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

/** Whoever finds a draw void finishes what its declaration has left to do. */
export async function carryOnVoid(
  parts: Parts,
  campaign: Campaign,
  signal: AbortSignal | undefined,
): Promise<void> {
  const standing = await parts.store.draws.voidOf(campaign.id);
  if (standing) await declare(parts, campaign, standing.record, signal);
}

/** Says first that people are to be told, so that a death afterwards leaves somebody to find. The same again adds nothing. */
async function declare(
  parts: Parts,
  campaign: Campaign,
  words: VoidOptions,
  signal?: AbortSignal,
): Promise<SignedVoid> {
  await startVoidNotices(parts, campaign);
  const signed = await voidDraw(campaign.id, words, depsOf(parts, campaign));
  await endCampaign(parts, campaign.id);
  await carryOnVoidNotices(parts, campaign, signal);
  return signed;
}

function depsOf({ store, now, keyring, providers }: Parts, { id, brief }: Campaign): VoidDeps {
  const { chain } = providers.beacon(brief.draw?.beacon ?? 'drand');
  return { store, now, chain, organiserKey: async () => (await keyring.of(id)).signingKey };
}
