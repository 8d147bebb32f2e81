import { challengeSchema } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { problemResponses } from '../problem-schema.js';
import { findCampaign } from './find-campaign.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/e/:slug/challenge';

const schema = {
  summary: 'A challenge to solve before an entry, while the event asks for one',
  description:
    "In the form of ALTCHA's proof of work, version 2. Good for this event, for five minutes, and once. Send the " +
    'solution as `proofs.challenge`: JSON of `challenge` and `solution`, in base64.',
  params: z.object({ slug: z.string() }),
  response: {
    200: { description: 'A new challenge', content: { 'application/json': { schema: challengeSchema } } },
    ...problemResponses(['USER_002', 'USER_014']),
  },
};

export function challengeRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get<{ Params: { slug: string } }>(url, { schema }, async ({ params: { slug } }, reply) => {
    await findCampaign(ktEvent, slug);
    return reply.header('cache-control', 'no-store').send(await ktEvent.challenge(slug));
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD']);
}
