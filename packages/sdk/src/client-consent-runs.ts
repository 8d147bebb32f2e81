import {
  consentNoticesDefinition,
  createConsentNoticesWorkflow,
} from './campaign/consent-notices-workflow.js';
import { type ConsentRun, consentRuns } from './campaign/consent-runs.js';
import { consentsByHandDefinition, createConsentsByHandWorkflow } from './campaign/consents-by-hand.js';
import { sortConsents } from './campaign/sort-consents.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import type { ConsentNotice } from './notify/consent-text.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';

/** Goes on with what was begun: after a night, an outage, a kill. */
export async function carryOnConsents(
  parts: Parts,
  campaign: Campaign,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const run of await openRuns(parts, campaign)) await advance(parts, campaign, run, signal);
}

interface Beginning {
  readonly notice: 'result' | 'confirm';
  /** Also those whom a messenger has not reached before. */
  readonly retries: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Tells whoever has to be told and is in no run under way. */
export async function beginConsents(
  parts: Parts,
  campaign: Campaign,
  { notice, retries, signal }: Beginning,
): Promise<void> {
  for (const kind of kindsOf(notice)) {
    const runs = (await consentRuns(parts.store, campaign.id)).filter((run) => run.notice === kind);
    if (runs.some(({ isOpen }) => isOpen)) continue;
    if ((await findWhom(parts, campaign, { kind, retries })).length === 0) continue;
    await advance(parts, campaign, await nextRun(parts, campaign, { kind, retries, runs }), signal);
  }
}

/** What the law calls a result is that of a consent, and that of taking it back. */
export const kindsOf = (notice: 'result' | 'confirm'): readonly ConsentNotice[] =>
  notice === 'confirm' ? ['confirm'] : ['withdrawal', 'result'];

interface Whom {
  readonly kind: ConsentNotice;
  readonly retries: boolean;
}

/** The one that failed, else a new one, of the same name in every process: who agrees later is told by a later one. */
async function nextRun(
  { engine }: Parts,
  { id }: Campaign,
  { kind, retries, runs }: Whom & { readonly runs: readonly ConsentRun[] },
): Promise<Pick<ConsentRun, 'run' | 'notice'>> {
  const failed = runs.find(({ run }) => run.state === 'failed');
  if (failed) return failed;
  const input = { campaignId: id, notice: kind, retries: String(retries) };
  const options = { runId: `consents-${kind}-${id}-${runs.length + 1}`, subject: id };
  return { run: await engine.start(consentNoticesDefinition, input, options), notice: kind };
}

async function advance(
  parts: Parts,
  campaign: Campaign,
  { run, notice: kind }: Pick<ConsentRun, 'run' | 'notice'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const capKrw = Math.max(0, campaign.brief.budgetKrw - (await spentByOthersKrw(parts, campaign.id, run.id)));
  const { retries } = run.input as { readonly retries?: string };
  const whom = (of: Campaign) => findWhom(parts, of, { kind, retries: retries !== 'false' });
  const workflow = createConsentNoticesWorkflow(await parts.deps(campaign), whom) as WorkflowDefinition;
  await parts.engine.advance(run.id, workflow, { signal, capKrw });
}

/** What a person says to have told, of those who have to be told now. */
export async function writeDownConsents(
  parts: Parts,
  campaign: Campaign,
  notice: ConsentNotice,
): Promise<void> {
  const { id } = campaign;
  const find = (kind: ConsentNotice) => findWhom(parts, campaign, { kind, retries: true });
  if ((await find(notice)).length === 0) return;
  const runs = (await consentRuns(parts.store, id)).filter((run) => run.notice === notice);
  const options = { runId: `consents-by-hand-${notice}-${id}-${runs.length + 1}`, subject: id };
  const run = await parts.engine.start(consentsByHandDefinition, { campaignId: id, notice }, options);
  await parts.engine.advance(run.id, createConsentsByHandWorkflow(find) as WorkflowDefinition);
}

async function findWhom(parts: Parts, campaign: Campaign, { kind, retries }: Whom): Promise<string[]> {
  const sorted = await sortConsents(parts.store, campaign, parts.now());
  const { given, withdrawn, toConfirm, missed } = sorted;
  const whom = { result: given.untold, withdrawal: withdrawn.untold, confirm: toConfirm };
  return whom[kind].map(({ entry }) => entry.id).filter((id) => retries || !missed.has(id));
}

async function openRuns(parts: Parts, { id }: Campaign): Promise<ConsentRun[]> {
  return (await consentRuns(parts.store, id)).filter(({ isOpen }) => isOpen);
}
