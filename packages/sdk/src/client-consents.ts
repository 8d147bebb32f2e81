import {
  consentNoticesDefinition,
  createConsentNoticesWorkflow,
} from './campaign/consent-notices-workflow.js';
import { type ConsentRun, consentRuns } from './campaign/consent-runs.js';
import { requireCampaign } from './campaign/read-status.js';
import { type Hearer, sortConsents } from './campaign/sort-consents.js';
import { ownConsent, withdrawConsents, withdrawOwnConsent } from './campaign/withdraw-consent.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import type { Consenting, ConsentStatus, DueConsent } from './consenting.js';
import { UserError } from './errors/index.js';
import { storeKeyOf } from './learn/store-key.js';
import type { ConsentNotice } from './notify/consent-text.js';
import type { WorkflowDefinition } from './runs/workflow.js';
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
      const kinds: readonly ConsentNotice[] = notice === 'confirm' ? ['confirm'] : ['withdrawal', 'result'];
      for (const kind of kinds) {
        if (!(await openRuns(parts, campaign)).some((run) => run.notice === kind))
          await begin(parts, campaign, kind, signal);
      }
      return readConsents(parts, campaign);
    },
    async withdrawConsents(phone, { campaignId } = {}) {
      const campaign = campaignId === undefined ? undefined : await requireCampaign(parts.store, campaignId);
      return withdrawConsents(phone, parts, campaign && storeKeyOf(campaign.brief.store));
    },
    ownConsent: (request) => ownConsent(request, { ...parts, entries: parts.store.entries }),
    withdrawOwnConsent: (request) => withdrawOwnConsent(request, parts),
  };
}

/** Goes on with what was begun: after a night, an outage, a kill. */
export async function carryOnConsents(
  parts: Parts,
  campaign: Campaign,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { run } of await openRuns(parts, campaign)) await advance(parts, campaign, run.id, signal);
}

/** One run for each day and kind: who agrees later is told by a later one. */
async function begin(
  parts: Parts,
  campaign: Campaign,
  notice: ConsentNotice,
  signal: AbortSignal | undefined,
): Promise<void> {
  if ((await findWhom(parts, campaign, notice)).length === 0) return;
  const runs = await consentRuns(parts.store, campaign.id);
  const runId = `consents-${notice}-${campaign.id}-${runs.length + 1}`;
  const input = { campaignId: campaign.id, notice };
  await parts.engine.start(consentNoticesDefinition, input, { runId, subject: campaign.id });
  await advance(parts, campaign, runId, signal);
}

async function advance(
  parts: Parts,
  campaign: Campaign,
  runId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const capKrw = Math.max(0, campaign.brief.budgetKrw - (await spentByOthersKrw(parts, campaign.id, runId)));
  const whom = (of: Campaign, notice: ConsentNotice) => findWhom(parts, of, notice);
  const workflow = createConsentNoticesWorkflow(await parts.deps(campaign), whom) as WorkflowDefinition;
  await parts.engine.advance(runId, workflow, { signal, capKrw });
}

async function findWhom(parts: Parts, campaign: Campaign, notice: ConsentNotice): Promise<string[]> {
  const { given, withdrawn, toConfirm } = await sortConsents(parts.store, campaign, parts.now());
  const whom = { result: given.untold, withdrawal: withdrawn.untold, confirm: toConfirm };
  return whom[notice].map(({ entry }) => entry.id);
}

async function openRuns(parts: Parts, { id }: Campaign): Promise<ConsentRun[]> {
  return (await consentRuns(parts.store, id)).filter(({ isOpen }) => isOpen);
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
