import type { Receipt, Transcript } from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';

/** What is shown to whoever holds a receipt. */
export interface ReceiptView {
  readonly campaign: PlannedCampaign;
  readonly receipt: Receipt;
  /** Of the draw, once there is one. */
  readonly results: Transcript['results'] | undefined;
}

/** Where the receipt can be opened again. What proves that it is one's own stands behind the `#`, which no server sees. */
export function receiptAddress(slug: string, { entryId, salt }: Pick<Receipt, 'entryId' | 'salt'>): string {
  return `/e/${slug}/receipts/${entryId}#${salt}`;
}

/** The proof page with this receipt in hand, also behind the `#`. */
export function proofAddress(slug: string, receipt: Receipt): string {
  return `/draws/${slug}#receipt=${Buffer.from(JSON.stringify(receipt), 'utf8').toString('base64url')}`;
}
