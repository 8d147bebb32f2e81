import type { Campaign, Creative } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { nameDevice } from '../guards/device-cookie.js';
import { undocumented } from '../openapi.js';
import { entryPage } from '../pages/entry-page.js';
import type { PlannedCampaign } from '../pages/planned-campaign.js';
import { findCampaign } from './find-campaign.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/e/:slug';

/** What a participant opens: from a code, a post or a typed address. */
export function entryPageRoutes(
  app: FastifyInstance,
  { ktEvent, newId }: Pick<AppOptions, 'ktEvent' | 'newId'>,
): void {
  async function readDetails({ id, state, brief }: PlannedCampaign) {
    const firstCome = brief.entry.mechanic === 'first_come';
    const [remainingStock, draw] = await Promise.all([
      firstCome ? ktEvent.remainingStock(id) : undefined,
      !firstCome && state === 'closed' ? ktEvent.draw(id) : undefined,
    ]);
    return { remainingStock, commitment: draw?.commitment.commitment };
  }

  app.get<{ Params: { slug: string } }>(url, undocumented, async (request, reply) => {
    const { params } = request;
    nameDevice(request, reply, ktEvent.devices);
    const campaign = await findCampaign(ktEvent, params.slug);
    const picture = pictureOf(campaign);
    const page = entryPage({
      campaign,
      ...(await readDetails(campaign)),
      picture: picture && { ...picture, url: ktEvent.mediaPath(campaign, picture) },
      idempotencyKey: newId(),
    });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD']);
}

/** The tallest picture that carries no code to scan: the phone that would scan it is showing it. */
function pictureOf({ creatives }: Campaign): Creative | undefined {
  const pictures = creatives.filter(({ kind, channel }) => kind === 'image' && !channel.endsWith('_tv'));
  return pictures.sort((a, b) => (b.heightPx ?? 0) - (a.heightPx ?? 0))[0];
}
