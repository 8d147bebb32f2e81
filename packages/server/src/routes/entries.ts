import { type Campaign, type EntryInput, type KtEvent, type Participation, parseInput } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app.js';
import { entryPage } from '../pages/entry-page.js';
import { receiptPage } from '../pages/receipt-page.js';
import { findCampaign } from './find-campaign.js';

const slugParamsSchema = z.object({ slug: z.string().max(16) });
const entryBodySchema = z.record(z.string(), z.unknown());

/** Source: idempotency-key draft, as the entry protocol adopts it. */
const idempotencyKeySchema = z.string().min(16).max(255).optional();

interface EntryRoute {
  Params: z.infer<typeof slugParamsSchema>;
  Body: z.infer<typeof entryBodySchema>;
}

/** The entry page, and the one address that takes entries: JSON from programs, forms from browsers. */
export function entryRoutes(app: FastifyInstance, options: AppOptions): void {
  const { ktEvent, newId, entriesPerMinute = 20 } = options;

  app.get<EntryRoute>('/e/:slug', { schema: { params: slugParamsSchema } }, async ({ params }, reply) => {
    const campaign = await findCampaign(ktEvent, params.slug);
    const { remainingStock } = await ktEvent.status(campaign.id);
    const imageUrl = imageOf(campaign, ktEvent);
    const page = entryPage({ campaign, remainingStock, imageUrl, idempotencyKey: newId() });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });

  app.post<EntryRoute>(
    '/e/:slug/entries',
    {
      schema: { params: slugParamsSchema, body: entryBodySchema },
      config: { rateLimit: { max: entriesPerMinute, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const { input, idempotencyKey } = readRequest(request);
      const participation = await ktEvent.participate(slug, input, { idempotencyKey });
      reply.code(participation.replayed ? 200 : 201);
      if (participation.replayed) reply.header('idempotency-replayed', 'true');
      if (!isForm(request)) return reply.send(participation.receipt);
      return sendReceiptPage(reply, await findCampaign(ktEvent, slug), participation);
    },
  );
}

interface ReadRequest {
  readonly input: EntryInput;
  readonly idempotencyKey: string | undefined;
}

/** The SDK validates the input; here it only takes one shape. */
function readRequest(request: FastifyRequest<EntryRoute>): ReadRequest {
  const { idempotencyKey: field, ...form } = request.body;
  const [key, input] = isForm(request)
    ? [field, fromForm(form)]
    : [request.headers['idempotency-key'], request.body];
  return {
    input: input as unknown as EntryInput,
    idempotencyKey: parseInput(idempotencyKeySchema, key, 'Idempotency-Key'),
  };
}

function isForm({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** A browser sends a ticked box as `on`, no unticked one, and every empty field. */
function fromForm(form: Record<string, unknown>): Record<string, unknown> {
  const boxes = ['consent', 'overFourteen', 'marketingConsent'];
  const ticked = Object.fromEntries(boxes.map((name) => [name, form[name] === 'on']));
  const filled = Object.entries(form).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...ticked };
}

function sendReceiptPage(reply: FastifyReply, campaign: Campaign, { receipt }: Participation): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(receiptPage(campaign, receipt));
}

function imageOf(campaign: Campaign, ktEvent: Pick<KtEvent, 'mediaPath'>): string | undefined {
  const image = campaign.creatives.find(({ mediaType }) => mediaType === 'image/jpeg');
  return image && ktEvent.mediaPath(campaign, image);
}
