import { UserError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { carryChallenge } from '../guards/carry-challenge.js';
import { codeSentPage } from '../pages/code-sent-page.js';
import { problemResponses } from '../problem-schema.js';
import { findCampaign } from './find-campaign.js';
import { readProofs } from './read-entry.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/e/:slug/phone-code';

const answerSchema = z.object({
  state: z.enum(['sent', 'unknown']).describe('`unknown`: the answer of the message service was lost'),
  expiresInSeconds: z.int(),
});

const schema = {
  summary: 'Sends a one-time code to a phone',
  description:
    'For events that ask for one. The answer is the same whether or not the phone has entered. Three codes for a ' +
    'phone and ten for an address within an hour, and no more than the event may spend.',
  params: z.object({ slug: z.string() }),
  body: z.object({ phone: z.string(), proofs: z.object({}).optional() }),
  response: {
    202: {
      description: 'The code is on its way',
      content: { 'application/json': { schema: answerSchema }, 'text/html': { schema: z.string() } },
    },
    ...problemResponses([
      'USER_001',
      'USER_002',
      'USER_005',
      'USER_014',
      'USER_057',
      'USER_059',
      'USER_060',
      'USER_061',
      'USER_062',
      'USER_063',
      'PROVIDER_002',
      'PROVIDER_006',
    ]),
  },
};

const bodySchema = z.looseObject({ phone: z.string().max(20) });

export function phoneCodeRoutes(
  app: FastifyInstance,
  { ktEvent, entriesPerMinute = 20 }: Pick<AppOptions, 'ktEvent' | 'entriesPerMinute'>,
): void {
  const config = { rateLimit: { max: entriesPerMinute, timeWindow: '1 minute' } };

  app.post<{ Params: { slug: string } }>(url, { schema, config }, async (request, reply) => {
    const { slug } = request.params;
    const campaign = await findCampaign(ktEvent, slug);
    const question = { phone: phoneOf(request), client: request.ip, proofs: readProofs(request) };
    const answer = await ktEvent.sendPhoneCode(slug, question).catch(async (error) => {
      await carryChallenge(request, error, { ktEvent, slug });
      throw error;
    });
    reply.code(202).header('cache-control', 'no-store');
    if (!request.headers.accept?.includes('text/html')) return reply.send(answer);
    return reply.type('text/html; charset=utf-8').send(codeSentPage(campaign, answer));
  });
  refuseOtherMethods(app, url, ['POST']);
}

function phoneOf({ body }: FastifyRequest): string {
  const { data } = bodySchema.safeParse(body);
  if (data) return data.phone;
  const message = { ko: '휴대전화 번호가 없습니다', en: 'is missing' };
  throw new UserError('USER_001', { what: 'entry' }, { issues: [{ path: ['phone'], message }] });
}
