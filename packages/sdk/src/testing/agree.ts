import type { KtEvent } from '../kt-event.js';
import type { Receipt } from '../schema/entry.js';

export const phoneOf = (no: number): string => `010-8800-000${no}`;

/** Takes part on a phone of its own, and agrees to hear of the store. */
export async function agree(ktEvent: KtEvent, campaignId: string, no: number): Promise<Receipt> {
  const { campaign } = await ktEvent.status(campaignId);
  const entry = {
    name: `가온누리${no}`,
    phone: phoneOf(no),
    consent: true,
    overFourteen: true,
    marketingConsent: true,
  } as const;
  const options = { idempotencyKey: `request-of-who-agrees-${no}` };
  return (await ktEvent.participate(campaign.slug, entry, options)).receipt;
}
