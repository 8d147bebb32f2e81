import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import type { Couponing } from './couponing.js';
import { UserError } from './errors/index.js';
import type { CouponHolds } from './participate/coupon-holds.js';
import { toCoupon } from './participate/coupon-times.js';
import { findCoupon, redeemCoupon } from './participate/redeem-coupon.js';
import { visitCode, visitCodeTimes } from './participate/visit-code.js';
import { visitRulesOf } from './participate/visit-proof.js';
import { printedUrl } from './printed-url.js';
import { qrPath } from './render/qr-path.js';
import type { Campaign } from './schema/campaign.js';
import { isSameToken, type StaffPage, staffToken } from './security/passes.js';

/** How long ago a piece may have come back to be called returned just now, ms. Our own choice. */
const latelyMs = 600_000;

export function couponing(parts: Parts, holds: CouponHolds): Couponing {
  return { ...showing(parts, holds), ...spending(parts), ...staffing(parts) };
}

function showing(
  parts: Parts,
  holds: CouponHolds,
): Pick<Couponing, 'visitScreen' | 'couponStock' | 'rushPlace' | 'coupons' | 'openCoupon'> {
  const { store, keyring, now } = parts;
  return {
    async visitScreen(campaignId) {
      const { id, slug, brief } = await requireCampaign(store, campaignId);
      const at = now();
      const { codeKind: kind } = visitRulesOf(brief);
      const code = visitCode((await keyring.of(id)).visitKey, kind, at);
      const { changesAt, goodUntil } = visitCodeTimes(kind, at);
      const entryUrl = `${await printedUrl(parts, id)}/e/${slug}?visit=${code}`;
      const times = { changesAt: changesAt.toISOString(), goodUntil: goodUntil.toISOString() };
      return { code, kind, ...times, entryUrl, qr: qrPath(entryUrl) };
    },
    async couponStock(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      await holds.settle(campaign);
      return store.coupons.stock(campaign.id, { since: new Date(now().getTime() - latelyMs).toISOString() });
    },
    async rushPlace(campaignId, entryId) {
      const { id, brief } = await requireCampaign(store, campaignId);
      const { entry } = brief;
      const isRush = entry.mechanic === 'first_come' && entry.rushSeconds !== undefined;
      return isRush ? store.rush.place(id, entryId) : undefined;
    },
    async coupons(campaignId) {
      const campaign = await firstCome(parts, campaignId);
      await holds.settle(campaign);
      return (await store.coupons.list(campaign.id)).map((coupon) => toCoupon(coupon, campaign, now()));
    },
    async openCoupon(slug, pass) {
      const campaign = await firstCome(parts, slug);
      const { couponNo, token } = readPass(pass);
      const coupon = await findCoupon(campaign, couponNo, { token }, depsOf(parts));
      const base = await printedUrl(parts, campaign.id);
      return { campaign, coupon, qr: qrPath(`${base}/e/${campaign.slug}/coupons/${pass}`) };
    },
  };
}

function spending(parts: Parts): Pick<Couponing, 'coupon' | 'redeemCoupon'> {
  return {
    coupon: async (campaignId, couponNo, proof = {}) =>
      findCoupon(await firstCome(parts, campaignId), couponNo, proof, depsOf(parts)),
    redeemCoupon: async (campaignId, couponNo, proof = {}) =>
      redeemCoupon(await firstCome(parts, campaignId), couponNo, proof, depsOf(parts)),
  };
}

const depsOf = ({ store, keyring, now }: Parts) => ({
  coupons: store.coupons,
  entries: store.entries,
  keyring,
  now,
});

function staffing(parts: Parts): Pick<Couponing, 'staffLinks' | 'openStaffPage'> {
  const { store, keyring } = parts;
  return {
    async staffLinks(campaignId, { renew = false } = {}) {
      const { id, slug, brief } = await requireCampaign(store, campaignId);
      if (renew) await store.coupons.renewStaffLink(id);
      const version = await store.coupons.staffLink(id);
      const { visitKey } = await keyring.of(id);
      const base = await printedUrl(parts, id);
      const link = (path: string, page: StaffPage) =>
        `${base}/${path}/${slug}-${staffToken(visitKey, page, version)}`;
      if (brief.entry.mechanic === 'first_come') return { redeem: link('r', 'redeem') };
      const codes = brief.entry.visitBonus > 0 && visitRulesOf(brief).kind !== 'receipt';
      return codes ? { visit: link('v', 'visit') } : {};
    },
    async openStaffPage(page, token) {
      const [, slug = '', given = ''] = /^([a-z0-9]{4,16})-([\w-]{22})$/.exec(token) ?? [];
      const campaign = slug === '' ? undefined : await store.campaigns.findBySlug(slug);
      if (!campaign) throw new UserError('USER_053', {});
      const version = await store.coupons.staffLink(campaign.id);
      const { visitKey } = await keyring.of(campaign.id);
      if (!isSameToken(staffToken(visitKey, page, version), given)) throw new UserError('USER_053', {});
      return campaign;
    },
  };
}

async function firstCome({ store }: Parts, idOrSlug: string): Promise<Campaign> {
  const campaign = await requireCampaign(store, idOrSlug);
  if (campaign.brief.entry.mechanic === 'first_come') return campaign;
  throw new UserError('USER_055', { id: campaign.id });
}

/** `12-token`: the number, and what shows that it is one's own. */
function readPass(pass: string): { readonly couponNo: number; readonly token: string } {
  const [, no = '0', token = ''] = /^([1-9][0-9]{0,6})-([\w-]{22})$/.exec(pass) ?? [];
  return { couponNo: Number(no), token };
}
