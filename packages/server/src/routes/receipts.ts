import { type KtEvent, KtEventError, parseInput, type Receipt, UserError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import type { PlannedCampaign } from '../pages/planned-campaign.js';
import { receiptLookupPage } from '../pages/receipt-lookup-page.js';
import { receiptPage } from '../pages/receipt-page.js';
import { visitorWords } from '../pages/visitor-words.js';
import { allowScripts } from '../security-headers.js';
import { findCampaign } from './find-campaign.js';
import { readReceiptView } from './read-receipt-view.js';
import { keepReceipt, keptSalt } from './receipt-cookie.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/e/:slug/receipts/:entryId';

interface ReceiptRoute {
  Params: { slug: string; entryId: string };
}

const openSchema = z.object({
  salt: z.string().trim().max(64),
  as: z.enum(['page', 'file']).default('page'),
});

/** Where a participant returns to: how it stands with the entry, and the result after the draw. */
export function receiptRoutes(
  app: FastifyInstance,
  { ktEvent, entriesPerMinute = 20 }: Pick<AppOptions, 'ktEvent' | 'entriesPerMinute'>,
): void {
  app.get<ReceiptRoute>(url, undocumented, async (request, reply) => {
    const { slug, entryId } = request.params;
    const campaign = await findCampaign(ktEvent, slug);
    const receipt = await openOwnReceipt(ktEvent, { campaign, entryId, salt: keptSalt(request) });
    if (receipt) return sendReceipt(reply, ktEvent, { campaign, receipt });
    return sendPage(reply, receiptLookupPage({ campaign, entryId, refusal: undefined }));
  });

  const config = { rateLimit: { max: entriesPerMinute, timeWindow: '1 minute' } }; // as few guesses as entries
  app.post<ReceiptRoute>(url, { ...undocumented, config }, async (request, reply) => {
    const { slug, entryId } = request.params;
    const campaign = await findCampaign(ktEvent, slug);
    const { salt, as } = parseInput(openSchema, request.body, 'receipt');
    const receipt = await openOwnReceipt(ktEvent, { campaign, entryId, salt });
    if (!receipt) return sendLookup(reply, { campaign, entryId });
    if (as === 'file') return sendFile(reply, slug, receipt);
    keepReceipt(request, reply, { campaign, receipt });
    return sendReceipt(reply, ktEvent, { campaign, receipt });
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD', 'POST']);
}

const refusal = visitorWords(new UserError('USER_087', {})).text;

interface Opening {
  readonly campaign: PlannedCampaign;
  readonly entryId: string;
  readonly salt: string | undefined;
}

/** Nothing when it is not theirs, or not there. */
export async function openOwnReceipt(
  ktEvent: Pick<KtEvent, 'openReceipt'>,
  { campaign, entryId, salt }: Opening,
): Promise<Receipt | undefined> {
  if (salt === undefined) return undefined;
  try {
    return await ktEvent.openReceipt({ campaignId: campaign.id, entryId, salt });
  } catch (error) {
    if (KtEventError.is(error) && error.code === 'USER_087') return undefined;
    throw error;
  }
}

/** For whoever has shown what opens nothing. */
export function sendLookup(
  reply: FastifyReply,
  { campaign, entryId }: Pick<Opening, 'campaign' | 'entryId'>,
): FastifyReply {
  return sendPage(reply.code(404), receiptLookupPage({ campaign, entryId, refusal }));
}

export async function sendReceipt(
  reply: FastifyReply,
  ktEvent: Parameters<typeof readReceiptView>[0],
  { campaign, receipt }: { readonly campaign: PlannedCampaign; readonly receipt: Receipt },
): Promise<FastifyReply> {
  return sendPage(reply, receiptPage(await readReceiptView(ktEvent, campaign, receipt)));
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  allowScripts(reply);
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

function sendFile(reply: FastifyReply, slug: string, receipt: Receipt): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="kt-event-receipt-${slug}-${receipt.seq}.json"`)
    .send(JSON.stringify(receipt, null, 1));
}
