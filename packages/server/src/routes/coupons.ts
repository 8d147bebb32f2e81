import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { couponPage } from '../pages/coupon-page.js';
import { findCampaign } from './find-campaign.js';
import { refuseOtherMethods } from './refuse-other-methods.js';
import { staffTokenOf } from './staff-cookie.js';

const url = '/e/:slug/coupons/:pass';

interface CouponRoute {
  Params: { slug: string; pass: string };
}

/** The page of one coupon: for its holder to show, and for staff who scan it to mark it used. */
export function couponRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  app.get<CouponRoute>(url, undocumented, async (request, reply) => {
    const { slug, pass } = request.params;
    const { id } = await findCampaign(ktEvent, slug);
    const shown = await ktEvent.openCoupon(slug, pass);
    const page = couponPage({ ...shown, pass, staffToken: await staffOf(id, staffTokenOf(request)) });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD']);

  /** A link that was renewed, or of another event, makes nobody staff. */
  async function staffOf(campaignId: string, token: string | undefined): Promise<string | undefined> {
    if (token === undefined) return undefined;
    const campaign = await ktEvent.openStaffPage('redeem', token).catch(() => undefined);
    return campaign?.id === campaignId ? token : undefined;
  }
}
