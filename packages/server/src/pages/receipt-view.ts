import type { OwnConsent, Receipt, RushPlace, SignedVoid, Transcript } from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';

/** What is shown to whoever holds a receipt. */
export interface ReceiptView {
  readonly campaign: PlannedCampaign;
  readonly receipt: Receipt;
  /** Whether there is a list of a draw, or will be, that the entry is on. */
  readonly listed: boolean;
  /** Of the draw, once there is one. */
  readonly results: Transcript['results'] | undefined;
  /** Says that the draw does not hold. */
  readonly voided: SignedVoid | undefined;
  /** How it stands with an entry of the first seconds of a first-come event. */
  readonly rush: RushPlace | undefined;
  /** To hear of the store, if they agreed to. */
  readonly consent: OwnConsent | undefined;
  /** Opens this receipt on another phone. */
  readonly qr: { readonly d: string; readonly modules: number };
}

/** The number on the receipt, or the one that was won later. */
export function couponNoOf({ receipt, rush }: Pick<ReceiptView, 'receipt' | 'rush'>): number | undefined {
  return receipt.couponNo ?? (rush?.state === 'won' ? rush.couponNo : undefined);
}

/** Where the receipt can be opened again. What proves that it is one's own stands behind the `#`, which no server sees. */
export function receiptAddress(slug: string, { entryId, salt }: Pick<Receipt, 'entryId' | 'salt'>): string {
  return `/e/${slug}/receipts/${entryId}#${salt}`;
}

/** The proof page with this receipt in hand, also behind the `#`. */
export function proofAddress(slug: string, receipt: Receipt): string {
  return `/draws/${slug}#receipt=${Buffer.from(JSON.stringify(receipt), 'utf8').toString('base64url')}`;
}
