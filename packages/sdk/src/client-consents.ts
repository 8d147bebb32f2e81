import {
  consentNoticesDefinition,
  createConsentNoticesWorkflow,
} from './campaign/consent-notices-workflow.js';
import { type ConsentRun, consentRuns } from './campaign/consent-runs.js';
import { requireCampaign } from './campaign/read-status.js';
import { type Hearer, sortConsents } from './campaign/sort-consents.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import type { Consenting, ConsentStatus, DueConsent } from './consenting.js';
import { UserError } from './errors/index.js';
import type { ConsentNotice } from './notify/consent-text.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import { openEntry } from './security/entry-seal.js';

export function consenting(parts: Parts): Consenting {
  return {
    consents: async (campaignId) => readConsents(parts, await requireCampaign(parts.store, campaignId)),
    async tellConsents(campaignId, { notice = 'result', signal } = {}) {
      const campaign = await requireCampaign(parts.store, campaignId);
      if (!campaign.plan) throw new UserError('USER_008', { state: campaign.state, action: 'consents' });
      await carryOnConsents(parts, campaign, signal);
      if (!(await openRuns(parts, campaign)).some((run) => run.notice === notice))
        await begin(parts, campaign, notice, signal);
      return readConsents(parts, campaign);
    },
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
  const { untold, toConfirm } = await sortConsents(parts.store, campaign, parts.now());
  return (notice === 'result' ? untold : toConfirm).map(({ entry }) => entry.id);
}

async function openRuns(parts: Parts, { id }: Campaign): Promise<ConsentRun[]> {
  return (await consentRuns(parts.store, id)).filter(({ isOpen }) => isOpen);
}

async function readConsents(parts: Parts, campaign: Campaign): Promise<ConsentStatus> {
  const { all, told, untold, pending, toConfirm, runs } = await sortConsents(
    parts.store,
    campaign,
    parts.now(),
  );
  const wakes = runs.flatMap(({ run }) => (run.state === 'waiting' && run.wakeAt ? [run.wakeAt] : []));
  return {
    campaignId: campaign.id,
    mode: parts.providers.messenger(parts.media(campaign.folder)).mode,
    consents: all.length,
    told: told.length,
    pending: pending.length,
    untold: await listed(parts, campaign, untold),
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
  return hearers.map(({ entry, consentedOn, dueOn }) => {
    const { phone } = openEntry(entry, keys);
    return { entryId: entry.id, masked: `· ${phone.slice(-4)}`, consentedOn, dueOn };
  });
}
