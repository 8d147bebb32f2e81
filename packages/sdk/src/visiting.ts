import type { ReceiptRequest } from './participate/open-receipt.js';
import type { QrPath } from './render/qr-path.js';
import type { Campaign } from './schema/campaign.js';
import type { Receipt } from './schema/entry.js';
import type { Processor } from './schema/processor.js';

/** What those who take part may ask. */
export interface Visiting {
  /** The receipt again, for whoever shows its salt. @throws UserError `USER_087` */
  openReceipt(request: ReceiptRequest): Promise<Receipt>;
  /** The code that opens a page of a campaign on another phone, under the address that was printed. @param path - From `/` on */
  pageQr(campaignId: string, path: string): Promise<QrPath>;
  /** Who handles people's data for the store: those of the brief, whoever carries the messages, and whose widget asks for people. */
  processors(campaign: Campaign): readonly Processor[];
}
