import { type ClaimInput, type KtEventError, parseInput, toKtEventError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import type { ReturnedClaim } from '../pages/winner-form.js';
import { winnerPage } from '../pages/winner-page.js';
import { winnersListPage } from '../pages/winners-list-page.js';
import { findCampaign } from './find-campaign.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/w/:token';
const listUrl = '/draws/:slug/winners';

/** Nobody types so fast, and a guess of a token hits nothing in any case. */
const config = { rateLimit: { max: 20, timeWindow: '1 minute' } };

interface TokenRoute {
  Params: { token: string };
}

/** A winner's own page, behind the address that only they were sent, and the masked list for everybody. */
export function winnerPageRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  const send = (reply: FastifyReply, page: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .send(page);
  const pathOf = (token: string) => `/w/${encodeURIComponent(token)}`;

  app.get<TokenRoute>(url, undocumented, async ({ params: { token } }, reply) =>
    send(reply, winnerPage({ page: await ktEvent.winnerPage(token), path: pathOf(token) })),
  );

  app.post<TokenRoute>(url, { ...undocumented, config }, async ({ params: { token }, body }, reply) => {
    try {
      const page = await ktEvent.claimPrize(token, readForm(body));
      return send(reply, winnerPage({ page, path: pathOf(token) }));
    } catch (thrown) {
      const error = requireAnswerable(thrown);
      const page = await ktEvent.winnerPage(token);
      reply.code(error.spec.httpStatus);
      const returned = readReturned(body);
      return send(reply, winnerPage({ page, path: pathOf(token), issues: error.issues, returned }));
    }
  });

  app.post<TokenRoute>(
    `${url}/decline`,
    { ...undocumented, config },
    async ({ params: { token } }, reply) => {
      try {
        return send(reply, winnerPage({ page: await ktEvent.declinePrize(token), path: pathOf(token) }));
      } catch (thrown) {
        reply.code(requireAnswerable(thrown).spec.httpStatus);
        return send(reply, winnerPage({ page: await ktEvent.winnerPage(token), path: pathOf(token) }));
      }
    },
  );

  app.get<{ Params: { slug: string } }>(listUrl, undocumented, async ({ params: { slug } }, reply) => {
    const campaign = await findCampaign(ktEvent, slug);
    const rows = await ktEvent.winners(campaign.id);
    const winners = rows.filter(({ award }) => told.includes(award.state));
    const promotions = winners.filter(({ award }) => award.reserve !== undefined).length;
    const voided = await ktEvent.voidOf(campaign.id);
    return send(reply, winnersListPage({ campaign, winners, promotions, voided }));
  });

  refuseOtherMethods(app, url, ['GET', 'HEAD', 'POST']);
  refuseOtherMethods(app, `${url}/decline`, ['POST']);
  refuseOtherMethods(app, listUrl, ['GET', 'HEAD']);
}

/** Nobody reads on a list that they have won before they were told. */
const told = ['notified', 'claimed', 'handed_over'];

/** What the page itself can answer: a slip in the form, a state that has moved on, a deadline that has passed. */
function requireAnswerable(thrown: unknown): KtEventError {
  const error = toKtEventError(thrown);
  if (['USER_001', 'USER_071', 'USER_072', 'USER_092'].includes(error.code)) return error;
  throw error;
}

/** Only what fits: the form may hold anything. */
const returnedSchema = z.object({
  handOver: z.enum(['pickup', 'delivery']).optional().catch(undefined),
  address: z.string().max(200).optional().catch(undefined),
  addressConsent: z
    .literal('on')
    .transform(() => true)
    .optional()
    .catch(undefined),
});

function readReturned(body: unknown): ReturnedClaim {
  const { handOver, address, addressConsent } = returnedSchema.safeParse(body).data ?? {};
  return {
    ...(handOver && { handOver }),
    ...(address && { address }),
    ...(addressConsent && { addressConsent }),
  };
}

const formSchema = z.record(z.string(), z.string());
const boxes = ['addressConsent', 'taxNotice'];

/** A browser sends a ticked box as `on`, no unticked one, and every empty field. */
function readForm(body: unknown): ClaimInput {
  const form = parseInput(formSchema, body ?? {}, 'claim');
  const filled = Object.entries(form).filter(([, value]) => value.trim() !== '');
  const fields = filled.map(([name, value]) => [name, boxes.includes(name) ? value === 'on' : value]);
  return Object.fromEntries(fields) as ClaimInput;
}
