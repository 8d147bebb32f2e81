import { type Campaign, type Coupon, KtEventError, UserError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { type RedeemResult, redeemPage } from '../pages/redeem-page.js';
import { refuseOtherMethods } from './refuse-other-methods.js';
import { keepStaff } from './staff-cookie.js';

const url = '/r/:token';

interface RedeemRoute {
  Params: { token: string };
}

/** A counter is busier than one customer, and behind the same address as all of them. Our own choice. */
const config = { rateLimit: { max: 300, timeWindow: '1 minute' } };

/**
 * Where staff mark coupons used. The link is the key: only a POST to it changes anything, and another site cannot send
 * one without knowing it.
 */
export function redeemRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  async function show(reply: FastifyReply, campaign: Campaign, token: string, result?: RedeemResult) {
    const stock = await ktEvent.couponStock(campaign.id);
    const page = redeemPage({ campaign, token, stock, result });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  app.get<RedeemRoute>(url, { ...undocumented, config }, async ({ params: { token }, protocol }, reply) => {
    const campaign = await ktEvent.openStaffPage('redeem', token);
    keepStaff(reply, { slug: campaign.slug, token, secure: protocol === 'https' });
    return show(reply, campaign, token);
  });
  app.post<RedeemRoute>(url, { ...undocumented, config }, async ({ params: { token }, body }, reply) => {
    const campaign = await ktEvent.openStaffPage('redeem', token);
    const result = await redeem(campaign.id, body).catch(toResult);
    if ('refused' in result) reply.code(result.refused.spec.httpStatus);
    return show(reply, campaign, token, result);
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD', 'POST']);

  async function redeem(campaignId: string, body: unknown): Promise<RedeemResult> {
    const { couponNo, ...proof } = readForm(body);
    const redeemed: Coupon = await ktEvent.redeemCoupon(campaignId, couponNo, proof);
    return { redeemed };
  }
}

const formSchema = z.union([
  z.object({ pass: z.string().regex(/^[1-9][0-9]{0,6}-[\w-]{22}$/) }),
  z.object({
    couponNo: z
      .string()
      .trim()
      .regex(/^[0-9]{1,7}$/),
    lastDigits: z
      .string()
      .trim()
      .regex(/^[0-9]{4}$/),
  }),
]);

/** Scanned, or typed. What is neither names no coupon. */
function readForm(body: unknown) {
  const form = formSchema.safeParse(body);
  if (!form.success) throw new UserError('USER_054', { couponNo: '?' });
  if (!('pass' in form.data)) {
    const { couponNo, lastDigits } = form.data;
    return { couponNo: Number(couponNo), lastDigits };
  }
  const [couponNo = '0'] = form.data.pass.split('-', 1);
  return { couponNo: Number(couponNo), token: form.data.pass.slice(couponNo.length + 1) };
}

/** What a person at the counter can act on is shown where they are; the rest is a failure of ours. */
function toResult(error: unknown): RedeemResult {
  if (KtEventError.is(error) && counterCodes.includes(error.code)) return { refused: error };
  throw error;
}

const counterCodes: readonly string[] = ['USER_051', 'USER_052', 'USER_054'];
