import { certificateOf, drawnAtOf } from './campaign/certificate-of.js';
import { auditLog, placeInLog, provenHeads } from './campaign/entry-log.js';
import { excludeEntry } from './campaign/exclude-entry.js';
import { type DrawPreview, previewDraw } from './campaign/preview-draw.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { judgeReceipt, type ReceiptVerdict } from './draw/judge-receipt.js';
import { UserError } from './errors/index.js';
import { printedUrl } from './printed-url.js';
import { renderCertificate } from './render/index.js';
import type { Receipt } from './schema/entry.js';
import type { LogHeads, LogPlace } from './schema/entry-log.js';
import type { ExclusionReason } from './schema/exclusion.js';

/** What a receipt says against the newest signed head of the entry log. */
export interface ReceiptCheck {
  readonly verdict: ReceiptVerdict;
  /** What was judged: with the receipt, all that anybody needs to judge it again. */
  readonly place: LogPlace | undefined;
}

/** Around a draw: the entry log before it, and what can be seen of it. */
export interface Drawing {
  /** All signed heads of a campaign's log, with the proofs that it only grew. Undefined before the first. */
  logHeads(campaignId: string): Promise<LogHeads | undefined>;
  /** Hashes the whole log again. @throws UserError `USER_064` when it is not what was signed */
  auditLog(campaignId: string): Promise<{ readonly size: number; readonly root: string } | undefined>;
  /** Looks for an entry in the log. `missing` is proof that it was left out, to be shown to anybody. */
  checkReceipt(receipt: Receipt): Promise<ReceiptCheck>;
  /** Leaves an entry out of the draw, before the list is public. @throws UserError `USER_002`, `USER_065` */
  excludeEntry(campaignId: string, entryId: string, reason: ExclusionReason): Promise<void>;
  /** What would be committed to now. Writes nothing. @throws UserError `USER_018` when nobody has entered */
  previewDraw(campaignId: string): Promise<DrawPreview>;
  /** The draw on one A4 page, as PDF, to be hung up or sent. @throws UserError `USER_002` before the draw */
  drawCertificate(campaignId: string): Promise<Uint8Array>;
}

export function drawing(parts: Parts): Drawing {
  const { store, now, providers } = parts;
  return {
    async logHeads(campaignId) {
      return provenHeads((await requireCampaign(store, campaignId)).id, store);
    },
    async auditLog(campaignId) {
      return auditLog((await requireCampaign(store, campaignId)).id, store);
    },
    async checkReceipt(receipt) {
      const { id } = await requireCampaign(store, receipt.campaignId);
      const place = await placeInLog(id, receipt.seq, store);
      return { verdict: place ? judgeReceipt(receipt, place) : 'later', place };
    },
    async excludeEntry(campaignId, entryId, reason) {
      const { id } = await requireCampaign(store, campaignId);
      await excludeEntry({ store, now }, id, { entryId, reason });
    },
    async previewDraw(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      const beacon = providers.beacon(campaign.brief.draw?.beacon ?? 'drand');
      return previewDraw(campaign, { store, now, beacon });
    },
    drawCertificate: (campaignId) => drawCertificate(parts, campaignId),
  };
}

async function drawCertificate(parts: Parts, campaignId: string): Promise<Uint8Array> {
  const campaign = await requireCampaign(parts.store, campaignId);
  const { transcript, voided } = (await parts.store.draws.find(campaign.id)) ?? {};
  if (!transcript) throw new UserError('USER_002', { what: 'draw', id: campaign.slug });
  const input = certificateOf(campaign, transcript, await printedUrl(parts, campaign.id), voided);
  return renderCertificate(input, new Date(drawnAtOf(transcript)));
}
