import { type ConsentTerms, readConsentTerms } from './campaign/consent-data.js';
import {
  consentNoticesDefinition,
  createConsentNoticesWorkflow,
  whomKey,
} from './campaign/consent-notices-workflow.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import type { Consenting, ConsentStatus, DueConsent } from './consenting.js';
import { UserError } from './errors/index.js';
import type { ConsentNotice } from './notify/consent-text.js';
import type { Run } from './runs/journal.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import { addDays, dayOf } from './schema/seoul-time.js';
import { openEntry } from './security/entry-seal.js';
import type { StoredEntry } from './store/entry-repository.js';

export function consenting(parts: Parts): Consenting {
  return {
    consents: async (campaignId) => readConsents(parts, await requireCampaign(parts.store, campaignId)),
    async tellConsents(campaignId, { notice = 'result', signal } = {}) {
      const campaign = await requireCampaign(parts.store, campaignId);
      if (!campaign.plan) throw new UserError('USER_008', { state: campaign.state, action: 'consents' });
      await carryOnConsents(parts, campaign, signal);
      if (!(await openRuns(parts, campaign)).some((run) => noticeOf(run) === notice))
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
  for (const { id } of await openRuns(parts, campaign)) await advance(parts, campaign, id, signal);
}

/** One run for each day and kind: who agrees later is told by a later one. */
async function begin(
  parts: Parts,
  campaign: Campaign,
  notice: ConsentNotice,
  signal: AbortSignal | undefined,
): Promise<void> {
  if ((await findWhom(parts, campaign, notice)).length === 0) return;
  const runs = await consentRuns(parts, campaign);
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
  const { untold, toConfirm } = await readConsents(parts, campaign);
  return (notice === 'result' ? untold : toConfirm).map(({ entryId }) => entryId);
}

async function consentRuns({ store }: Parts, { id }: Campaign): Promise<Run[]> {
  const runs = await store.journal.list({ subject: id });
  return runs.filter(({ definition }) => definition === consentNoticesDefinition.name);
}

const isOpen = ({ state }: Run) => !['ended', 'failed', 'cancelled'].includes(state);
const noticeOf = ({ input }: Run) => (input as { readonly notice?: string }).notice;

async function openRuns(parts: Parts, campaign: Campaign): Promise<Run[]> {
  return (await consentRuns(parts, campaign)).filter(isOpen);
}

/** What a run has come to, by the ids of entries. */
interface RunOutcome {
  readonly run: Run;
  readonly reached: ReadonlySet<string>;
  readonly whom: readonly string[];
}

async function outcomeOf({ store }: Parts, run: Run): Promise<RunOutcome> {
  const step = await store.journal.step(run.id, whomKey);
  const { ids: whom = [] } = (step?.result ?? {}) as { readonly ids?: readonly string[] };
  const effects = await store.journal.effects({ runId: run.id });
  const rows = effects.flatMap(({ state, result }) =>
    state === 'acked' && Array.isArray(result) ? (result as { key: string; accepted: boolean }[]) : [],
  );
  // of what a person has said to have happened there are no rows: everybody of such a run counts as told
  const all = effects.some(({ state, result }) => state === 'acked' && !Array.isArray(result)) ? whom : [];
  return {
    run,
    whom,
    reached: new Set([...all, ...rows.filter(({ accepted }) => accepted).map(({ key }) => key)]),
  };
}

async function readConsents(parts: Parts, campaign: Campaign): Promise<ConsentStatus> {
  const terms = await readConsentTerms();
  const outcomes = await Promise.all(
    (await consentRuns(parts, campaign)).map((run) => outcomeOf(parts, run)),
  );
  const entries = (await parts.store.entries.list(campaign.id)).filter(
    ({ marketingConsent, sealedPhone }) => marketingConsent && sealedPhone !== '',
  );
  const idsOf = (notice: ConsentNotice, of: (one: RunOutcome) => Iterable<string>) =>
    new Set(outcomes.filter(({ run }) => noticeOf(run) === notice).flatMap((one) => [...of(one)]));
  const told = idsOf('result', ({ reached }) => reached);
  const pendingIds = (notice: ConsentNotice) => idsOf(notice, ({ run, whom }) => (isOpen(run) ? whom : []));
  const [pending, confirming] = [pendingIds('result'), pendingIds('confirm')];
  const confirmed = idsOf('confirm', ({ reached }) => reached);
  const untold = entries.filter(({ id }) => !told.has(id) && !pending.has(id));
  const old = entries.filter(
    (entry) => isOld(entry, terms, parts.now()) && !confirmed.has(entry.id) && !confirming.has(entry.id),
  );
  const wakes = outcomes.flatMap(({ run }) => (run.state === 'waiting' && run.wakeAt ? [run.wakeAt] : []));
  return {
    campaignId: campaign.id,
    mode: parts.providers.messenger(parts.media(campaign.folder)).mode,
    consents: entries.length,
    told: entries.filter(({ id }) => told.has(id)).length,
    pending: pending.size,
    untold: await listed(parts, campaign, untold, (day) => addDays(day, terms.resultDays.value)),
    toConfirm: await listed(parts, campaign, old, (day) => yearsLater(day, terms.confirmYears.value)),
    nextAt: wakes.sort()[0],
  };
}

function isOld(
  { receivedAt }: StoredEntry,
  { confirmYears, confirmAheadDays }: ConsentTerms,
  now: Date,
): boolean {
  const due = yearsLater(dayOf(new Date(receivedAt)), confirmYears.value);
  return due <= addDays(dayOf(now), confirmAheadDays.value);
}

/** The same day of a later year; the 28th for a 29th of February. */
function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return Number.isNaN(Date.parse(later)) || !new Date(later).toISOString().startsWith(later)
    ? later.replace('-02-29', '-02-28')
    : later;
}

async function listed(
  { keyring }: Parts,
  { id }: Campaign,
  entries: readonly StoredEntry[],
  dueOf: (day: string) => string,
): Promise<DueConsent[]> {
  const keys = await keyring.of(id);
  return entries
    .map((entry) => {
      const consentedOn = dayOf(new Date(entry.receivedAt));
      const { phone } = openEntry(entry, keys);
      return { entryId: entry.id, masked: `· ${phone.slice(-4)}`, consentedOn, dueOn: dueOf(consentedOn) };
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}
