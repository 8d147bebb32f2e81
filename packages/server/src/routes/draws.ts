import { UserError } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app.js';
import { drawPage } from '../pages/draw-page.js';
import { findCampaign } from './find-campaign.js';

const slugParamsSchema = z.object({ slug: z.string().max(16) });

/** The public proof of a draw. */
export function drawRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  const schema = { params: slugParamsSchema };

  app.get<{ Params: z.infer<typeof slugParamsSchema> }>(
    '/draws/:slug',
    { schema },
    async ({ params }, reply) => {
      const campaign = await findCampaign(ktEvent, params.slug);
      const { draw } = await ktEvent.status(campaign.id);
      const verification = draw?.transcript && ktEvent.verify(draw.transcript);
      return reply.type('text/html; charset=utf-8').send(drawPage({ campaign, draw, verification }));
    },
  );

  app.get<{ Params: z.infer<typeof slugParamsSchema> }>(
    '/draws/:slug/transcript.json',
    { schema },
    async ({ params }) => {
      const campaign = await findCampaign(ktEvent, params.slug);
      const { draw } = await ktEvent.status(campaign.id);
      if (!draw?.transcript) throw new UserError('USER_002', { what: 'transcript', id: params.slug });
      return draw.transcript;
    },
  );
}
