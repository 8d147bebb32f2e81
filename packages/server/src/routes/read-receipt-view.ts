import type { KtEvent, Receipt } from '@kt-event/sdk';
import type { PlannedCampaign } from '../pages/planned-campaign.js';
import { type ReceiptView, receiptAddress } from '../pages/receipt-view.js';

/** How it stands with an entry, for whoever holds its receipt. */
export async function readReceiptView(
  ktEvent: Pick<KtEvent, 'draw' | 'rushPlace' | 'pageQr' | 'ownConsent'>,
  campaign: PlannedCampaign,
  receipt: Receipt,
): Promise<ReceiptView> {
  const served = receipt.couponNo !== undefined;
  const { entryId, salt } = receipt;
  const [draw, rush, qr, consent] = await Promise.all([
    served ? undefined : ktEvent.draw(campaign.id),
    served ? undefined : ktEvent.rushPlace(campaign.id, entryId),
    ktEvent.pageQr(campaign.id, receiptAddress(campaign.slug, receipt)),
    ktEvent.ownConsent({ campaignId: campaign.id, entryId, salt }),
  ]);
  const listed = !served && (rush === undefined || draw !== undefined);
  return {
    campaign,
    receipt,
    listed,
    results: draw?.transcript?.results,
    voided: draw?.voided,
    rush,
    qr,
    consent,
  };
}
