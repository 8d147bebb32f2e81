import { requireCampaign } from './campaign/read-status.js';
import { type Hearer, sortConsents } from './campaign/sort-consents.js';
import { ownConsent, withdrawConsents, withdrawOwnConsent } from './campaign/withdraw-consent.js';
import { beginConsents, carryOnConsents, kindsOf, writeDownConsents } from './client-consent-runs.js';
import { consentsDue, tellDueConsents } from './client-consents-due.js';
import type { Parts } from './client-parts.js';
import type { Consenting, ConsentStatus, DueConsent } from './consenting.js';
import { UserError } from './errors/index.js';
import { storeKeyOf } from './learn/store-key.js';
import type { Campaign } from './schema/campaign.js';
import { dayOf } from './schema/seoul-time.js';
import { openEntry } from './security/entry-seal.js';

export function consenting(parts: Parts): Consenting {
  return {
    consents: async (campaignId) => readConsents(parts, await requireCampaign(parts.store, campaignId)),
    async tellConsents(campaignId, { notice = 'result', signal } = {}) {
      const campaign = await requireCampaign(parts.store, campaignId);
      if (!campaign.plan) throw new UserError('USER_008', { state: campaign.state, action: 'consents' });
      await carryOnConsents(parts, campaign, signal);
      await beginConsents(parts, campaign, { notice, retries: true, signal });
      return readConsents(parts, campaign);
    },
    async markConsentsTold(campaignId, { notice = 'result' } = {}) {
      const campaign = await requireCampaign(parts.store, campaignId);
      for (const kind of kindsOf(notice)) await writeDownConsents(parts, campaign, kind);
      return readConsents(parts, campaign);
    },
    consentsDue: () => consentsDue(parts),
    tellDueConsents: ({ signal } = {}) => tellDueConsents(parts, signal),
    async withdrawConsents(phone, { campaignId } = {}) {
      const campaign = campaignId === undefined ? undefined : await requireCampaign(parts.store, campaignId);
      return withdrawConsents(phone, parts, campaign && storeKeyOf(campaign.brief.store));
    },
    ownConsent: (request) => ownConsent(request, { ...parts, entries: parts.store.entries }),
    withdrawOwnConsent: (request) => withdrawOwnConsent(request, parts),
  };
}

async function readConsents(parts: Parts, campaign: Campaign): Promise<ConsentStatus> {
  const { given, withdrawn, toConfirm, runs } = await sortConsents(parts.store, campaign, parts.now());
  const wakes = runs.flatMap(({ run }) => (run.state === 'waiting' && run.wakeAt ? [run.wakeAt] : []));
  return {
    campaignId: campaign.id,
    mode: parts.providers.messenger(parts.media(campaign.folder)).mode,
    consents: given.all.length,
    told: given.told,
    withdrawn: withdrawn.all.length,
    pending: given.pending.length + withdrawn.pending.length,
    untold: await listed(parts, campaign, given.untold),
    untoldWithdrawn: await listed(parts, campaign, withdrawn.untold),
    toConfirm: await listed(parts, campaign, toConfirm),
    nextAt: wakes.sort()[0],
  };
}

async function listed(
  { keyring }: Parts,
  { id }: Campaign,
  hearers: readonly Hearer[],
): Promise<DueConsent[]> {
  const keys = await keyring.of(id);
  return hearers.map(({ entry, dueOn }) => {
    const { phone } = openEntry(entry, keys);
    const consentedOn = dayOf(entry.receivedAt);
    const withdrawnOn = entry.marketingWithdrawnAt && dayOf(entry.marketingWithdrawnAt);
    return { entryId: entry.id, masked: `· ${phone.slice(-4)}`, consentedOn, withdrawnOn, dueOn };
  });
}
