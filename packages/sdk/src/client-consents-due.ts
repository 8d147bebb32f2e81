import { readConsentTerms } from './campaign/consent-data.js';
import { requireCampaign } from './campaign/read-status.js';
import { type Hearer, sortConsents } from './campaign/sort-consents.js';
import { beginConsents, carryOnConsents } from './client-consent-runs.js';
import type { Parts } from './client-parts.js';
import type { ConsentsDue, DueConsents } from './consenting.js';
import { KtEventError } from './errors/index.js';
import type { Campaign, CampaignState } from './schema/campaign.js';
import { addDays, dayOf } from './schema/seoul-time.js';

/** In which somebody may have agreed, whether it is over or not: a consent outlives its event. */
const states: readonly CampaignState[] = ['open', 'closed', 'drawn', 'settled', 'cancelled'];

/** Of every campaign; a rehearsal has nobody in it. */
export async function consentsDue(parts: Parts): Promise<ConsentsDue[]> {
  const campaigns = await parts.store.campaigns.list({ states });
  const real = campaigns.filter(({ rehearsal }) => !rehearsal);
  return (await Promise.all(real.map((campaign) => dueIn(parts, campaign)))).flat();
}

async function dueIn({ store, now }: Parts, { id, brief }: Campaign): Promise<ConsentsDue[]> {
  const { marketingConsents } = await store.entries.tally(id);
  if (marketingConsents === 0) return []; // most campaigns: nobody's entry is read for them
  const { remindDays } = await readConsentTerms();
  const { given, withdrawn, toConfirm } = await sortConsents(store, { id }, now());
  const soon = addDays(dayOf(now()), remindDays.value);
  const result = dueBy([...given.untold, ...withdrawn.untold], soon);
  const confirm = dueBy(toConfirm, '9999-12-31'); // listed no earlier than their time
  const of = { campaignId: id, campaignName: brief.name };
  return [
    ...(result ? [{ ...of, notice: 'result' as const, ...result }] : []),
    ...(confirm ? [{ ...of, notice: 'confirm' as const, ...confirm }] : []),
  ];
}

/** All of them once the first is near its term: who would be next week's costs no more today. */
function dueBy(hearers: readonly Hearer[], day: string): Pick<ConsentsDue, 'people' | 'dueOn'> | undefined {
  const [first] = hearers.map(({ dueOn }) => dueOn).sort();
  return first === undefined || first > day ? undefined : { people: hearers.length, dueOn: first };
}

/** Sends in campaigns that ask for it; tells of the rest, and of those whom a messenger has not reached. */
export async function tellDueConsents(parts: Parts, signal: AbortSignal | undefined): Promise<DueConsents> {
  const failures: { campaignId: string; error: unknown }[] = [];
  for (const { campaignId, notice } of await consentsDue(parts)) {
    const campaign = await requireCampaign(parts.store, campaignId);
    if (!sendsItself(parts, campaign)) continue;
    try {
      await carryOnConsents(parts, campaign, signal);
      await beginConsents(parts, campaign, { notice, retries: false, signal });
    } catch (error) {
      if (!isHeld(error)) failures.push({ campaignId, error });
    }
  }
  return { due: await consentsDue(parts), failures };
}

function sendsItself(parts: Parts, { brief, plan, folder }: Campaign): boolean {
  const { mode } = parts.providers.messenger(parts.media(folder));
  return brief.consentNotices === 'auto' && plan !== undefined && mode !== 'local';
}

/** Another process carries it on. */
function isHeld(error: unknown): boolean {
  return KtEventError.is(error) && ['STORE_003', 'STORE_004'].includes(error.code);
}
