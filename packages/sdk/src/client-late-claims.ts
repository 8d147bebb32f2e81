import { createLateClaimsWorkflow, lateClaimsDefinition } from './campaign/late-claims-workflow.js';
import { spendingCapKrw } from './campaign/spending-cap.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import { KtEventError } from './errors/index.js';
import type { Run } from './runs/journal.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';

/**
 * Carries the prizes on that were passed on after the campaign was settled. One run at a time does so for all of them:
 * two would tell the same people twice.
 */
export async function carryOnLateClaims(
  parts: Parts,
  campaign: Campaign,
  signal: AbortSignal | undefined,
): Promise<void> {
  const run = await lateRun(parts, campaign);
  if (!run) return;
  const spentKrw = await spentByOthersKrw(parts, campaign.id, run.id);
  const capKrw = Math.max(0, spendingCapKrw(campaign, parts.planning.capKrw) - spentKrw);
  const workflow = createLateClaimsWorkflow(await parts.deps(campaign)) as WorkflowDefinition;
  await parts.engine.advance(run.id, workflow, { signal, capKrw }).catch(ignoreHeld);
}

/** The one that goes on, else a new one where somebody has to be told; both of two processes make the same. */
async function lateRun({ store, engine }: Parts, { id, state }: Campaign): Promise<Run | undefined> {
  if (state !== 'settled') return undefined;
  const runs = await store.journal.list({ subject: id });
  const late = runs.filter(({ definition }) => definition === lateClaimsDefinition.name);
  const open = late.find((run) => run.state !== 'ended' && run.state !== 'cancelled');
  if (open || !(await store.awards.hasUntold(id, beginning))) return open;
  const options = { runId: `late-${id}-${late.length + 1}`, subject: id };
  return engine.start(lateClaimsDefinition, { campaignId: id }, options);
}

const beginning = new Date(0).toISOString();

/** Another process carries it on. */
function ignoreHeld(error: unknown): void {
  if (!KtEventError.is(error) || error.code !== 'STORE_004') throw error;
}
