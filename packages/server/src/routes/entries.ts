import { entryInputSchema, proofsSchema, receiptSchema } from '@kt-event/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SetOptions } from '../app-options.js';
import { carryChallenge } from '../guards/carry-challenge.js';
import { countLimited } from '../guards/count-limited.js';
import { limitDevices } from '../guards/limit-devices.js';
import { receiptPage } from '../pages/receipt-page.js';
import { problemResponses } from '../problem-schema.js';
import { allowScripts } from '../security-headers.js';
import { findCampaign } from './find-campaign.js';
import { isForm, readEntry } from './read-entry.js';
import { readPlace } from './read-place.js';
import { readReceiptView } from './read-receipt-view.js';
import { keepReceipt } from './receipt-cookie.js';
import { refuseOtherMethods } from './refuse-other-methods.js';
import { createWrongCodes } from './wrong-codes.js';

const url = '/e/:slug/entries';

const receipt = (description: string) => ({
  description,
  content: { 'application/json': { schema: receiptSchema }, 'text/html': { schema: z.string() } },
});

const entrySchema = {
  summary: 'Takes one entry',
  description:
    'Sending the same body again under the same key is always safe. A browser may post the same fields as a form, ' +
    'with the key in the field `idempotencyKey`, and gets pages instead of JSON.',
  params: z.object({ slug: z.string().describe('Last part of the address of the entry page') }),
  headers: z.object({ 'idempotency-key': z.string().min(16).max(255).optional() }),
  body: entryInputSchema.extend({ proofs: proofsSchema.optional() }),
  response: {
    201: receipt('The entry is on disk; this is its receipt'),
    200: receipt('This very request was answered before: the same receipt, and `Idempotency-Replayed: true`'),
    ...problemResponses([
      'USER_001',
      'USER_002',
      'USER_004',
      'USER_005',
      'USER_006',
      'USER_009',
      'USER_014',
      'USER_035',
      'USER_036',
      'USER_050',
      'USER_056',
      'USER_057',
      'USER_058',
      'USER_063',
      'PROVIDER_002',
      'PROVIDER_006',
      'STORE_005',
    ]),
  },
};

interface EntryRoute {
  Params: { slug: string };
  Querystring: { from?: unknown };
}

/** The one address that takes entries: JSON from programs, forms from browsers. */
export function entryRoutes(
  app: FastifyInstance,
  {
    ktEvent,
    entriesPerMinute = 20,
    entriesPerDevice = 5,
    now,
  }: Pick<SetOptions, 'ktEvent' | 'entriesPerMinute' | 'entriesPerDevice' | 'now'>,
): void {
  const config = { takesEntries: true, rateLimit: { max: entriesPerMinute, timeWindow: '1 minute' } };

  const limits = {
    perDevice: entriesPerDevice,
    perNameless: Math.ceil(entriesPerMinute / 2),
    onExceeded: countLimited(ktEvent),
  };
  const wrongCodes = createWrongCodes(now);
  const onRequest = [limitDevices(app, ktEvent.devices, limits)];

  app.post<EntryRoute>(url, { schema: entrySchema, config, onRequest }, async (request, reply) => {
    const { slug } = request.params;
    const { input, ...beside } = readEntry(request);
    const options = { ...beside, arrival: request.arrival, place: readPlace(request.query.from) };
    const take = () => ktEvent.participate(slug, input, options);
    const attempt = hasCode(input) ? wrongCodes.guard(`${request.ip}/${slug}`, take) : take();
    const participation = await attempt.catch(async (error) => {
      await findCampaign(ktEvent, slug); // whose plan nobody approved is not found, rather than not open
      await carryChallenge(request, error, { ktEvent, slug });
      throw error;
    });
    reply.code(participation.replayed ? 200 : 201).header('cache-control', 'no-store');
    if (participation.replayed) reply.header('idempotency-replayed', 'true');
    const { receipt } = participation;
    if (!isFromBrowser(request)) return reply.send(receipt);
    const campaign = await findCampaign(ktEvent, slug);
    keepReceipt(request, reply, { campaign, receipt });
    if (!isForm(request)) return reply.send(receipt);
    allowScripts(reply);
    const page = receiptPage(await readReceiptView(ktEvent, campaign, receipt));
    return reply.type('text/html; charset=utf-8').send(page);
  });
  refuseOtherMethods(app, url, ['POST']);
}

/** Not checked yet: whatever stands in the field is a try. */
function hasCode(input: { readonly visitCode?: unknown } | null | undefined): boolean {
  const visitCode = input?.visitCode;
  return typeof visitCode === 'string' && visitCode.trim() !== '';
}

/** A form, or the script of our page: programs keep the receipt themselves. */
function isFromBrowser(request: FastifyRequest): boolean {
  return isForm(request) || request.headers['sec-fetch-site'] === 'same-origin';
}
