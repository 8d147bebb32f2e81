import { parseInput } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { findCampaign } from './find-campaign.js';
import { openOwnReceipt, sendLookup, sendReceipt } from './receipts.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/e/:slug/receipts/:entryId/consent';

interface ConsentRoute {
  Params: { slug: string; entryId: string };
}

const withdrawSchema = z.object({ salt: z.string().trim().max(64) });

/** Takes back the consent to hear of the store, for whoever holds the receipt. The page loaded again changes nothing. */
export function consentWithdrawalRoutes(
  app: FastifyInstance,
  { ktEvent, entriesPerMinute = 20 }: Pick<AppOptions, 'ktEvent' | 'entriesPerMinute'>,
): void {
  const config = { rateLimit: { max: entriesPerMinute, timeWindow: '1 minute' } }; // as few guesses as entries
  app.post<ConsentRoute>(url, { ...undocumented, config }, async (request, reply) => {
    const { slug, entryId } = request.params;
    const campaign = await findCampaign(ktEvent, slug);
    const { salt } = parseInput(withdrawSchema, request.body, 'receipt');
    const receipt = await openOwnReceipt(ktEvent, { campaign, entryId, salt });
    if (!receipt) return sendLookup(reply, { campaign, entryId });
    await ktEvent.withdrawOwnConsent({ campaignId: campaign.id, entryId, salt });
    return sendReceipt(reply, ktEvent, { campaign, receipt });
  });
  refuseOtherMethods(app, url, ['POST']);
}
