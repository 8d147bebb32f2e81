import {
  createVoidNoticesWorkflow,
  findMisled,
  voidNoticesDefinition,
} from './campaign/void-notices-workflow.js';
import type { Parts } from './client-parts.js';
import { spentByOthersKrw } from './client-spending.js';
import { isCancellation, KtEventError } from './errors/index.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import type { VoidNotices } from './voiding.js';

const runIdOf = (campaignId: string): string => `void-${campaignId}`;

/** Writes down that winners are to be told; the same again gives what stands. */
export async function startVoidNotices({ engine }: Parts, { id }: Campaign): Promise<void> {
  await engine.start(voidNoticesDefinition, { campaignId: id }, { runId: runIdOf(id), subject: id });
}

/** Tells them. A failure stays with the run: what was declared holds all the same. */
export async function carryOnVoidNotices(
  parts: Parts,
  campaign: Campaign,
  signal: AbortSignal | undefined,
): Promise<void> {
  const runId = runIdOf(campaign.id);
  // the prizes are not given any more, so that their share of the budget may be spent on saying so
  const capKrw = Math.max(0, campaign.brief.budgetKrw - (await spentByOthersKrw(parts, campaign.id, runId)));
  const workflow = createVoidNoticesWorkflow(await parts.deps(campaign)) as WorkflowDefinition;
  await parts.engine.advance(runId, workflow, { signal, capKrw }).catch((error: unknown) => {
    if (isCancellation(error) || !KtEventError.is(error)) throw error;
  });
}

/** Who has to hear of it, and who has. */
export async function readVoidNotices({ store }: Parts, { id }: Campaign): Promise<VoidNotices> {
  const [misled, notices, run] = await Promise.all([
    findMisled(store, id),
    store.outcomes.notices(id),
    store.journal.find(runIdOf(id)),
  ]);
  const states = notices.flatMap(({ voided }) => voided?.state ?? []);
  return {
    known: misled.length,
    sent: states.filter((state) => state === 'sent').length,
    failed: states.filter((state) => state === 'failed').length,
    inDoubt: states.filter((state) => state === 'in_doubt').length,
    nextAt: run?.state === 'waiting' ? run.wakeAt : undefined,
  };
}
