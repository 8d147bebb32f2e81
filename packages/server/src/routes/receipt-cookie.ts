import type { Receipt } from '@kt-event/sdk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlannedCampaign } from '../pages/planned-campaign.js';

const name = 'kt-receipt';

/**
 * Lets the browser that entered open its receipt again, until the data is destroyed. It is sent to that address only and
 * holds nothing about the person.
 */
export function keepReceipt(
  { protocol }: Pick<FastifyRequest, 'protocol'>,
  reply: FastifyReply,
  { campaign, receipt }: { readonly campaign: PlannedCampaign; readonly receipt: Receipt },
): void {
  const parts = [
    `${name}=${receipt.salt}`,
    `Path=/e/${campaign.slug}/receipts/${receipt.entryId}`,
    `Expires=${new Date(campaign.plan.schedule.deleteAt).toUTCString()}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(protocol === 'https' ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}

/** What proves that the receipt asked for is one's own, if this browser has it. */
export function keptSalt({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /(?:^|;\s*)kt-receipt=([0-9a-f]{32})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
}
