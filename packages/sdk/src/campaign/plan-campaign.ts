import type { ModelAnswers } from '../plan/merge/answers.js';
import { askModels, type Planning } from '../plan/merge/ask-models.js';
import { type MergeDeps, mergePlan } from '../plan/merge/merge-plan.js';
import type { QuestionInput } from '../plan/merge/question.js';
import { parseRow } from '../schema/parse.js';
import { dayOf } from '../schema/seoul-time.js';
import { type Trends, trendsSchema } from '../schema/trend.js';
import { askByLedger } from './ask-by-ledger.js';
import type { CampaignDeps } from './campaign-deps.js';
import type { CampaignRun } from './campaign-run.js';
import { pinModes } from './channel-modes.js';
import { contentHash } from './content-hash.js';
import { refuseErrors } from './judge-phase.js';
import { lessonsFor } from './lessons-for.js';
import { modelMadeAmong } from './model-made.js';
import { moveCampaign } from './move-campaign.js';

/** Proposes, and refuses to go on with what a rule forbids. */
export async function planCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const startedMs = deps.now().getTime();
  const today = dayOf(await context.now('plan:now'));
  const live = await listenOnce(run);
  const answers = await askOnce(run, { today, live, spentMs: deps.now().getTime() - startedMs });
  await context.step('plan', async () => {
    const { id, plan: made } = await campaign();
    const proposed = made ?? mergePlan(await inputOf(run, { today, live }), answers, toMergeDeps(deps));
    refuseErrors(proposed.findings);
    await moveCampaign(deps.store.campaigns, id, 'planned', { plan: proposed });
    return { chosen: proposed.chosen };
  });
  await pinModes(run);
}

/**
 * What the sources of trends say is written into the run, so that a later life asks the models the same: those whose
 * terms forbid keeping it are not asked. A campaign that has its plan asks nobody.
 */
async function listenOnce({ context, deps, campaign }: CampaignRun): Promise<Trends | undefined> {
  const { trends } = deps;
  const { plan: made, brief } = await campaign();
  if (!trends || made) return undefined;
  const heard = await context.step('plan:trends', async () =>
    JSON.stringify(await trends(brief, { toKeep: true, signal: context.signal })),
  );
  return parseRow(trendsSchema, JSON.parse(heard), 'plan:trends');
}

interface Known {
  readonly today: string;
  readonly live: Trends | undefined;
}

/** A campaign that has its plan, from before a process died or from an earlier release, asks nobody. */
async function askOnce(
  run: CampaignRun,
  { spentMs, ...known }: Known & { readonly spentMs: number },
): Promise<ModelAnswers> {
  const { deps, campaign } = run;
  const { plan: made } = await campaign();
  if (made) return {};
  const ask = askByLedger(run, { spentMs });
  return askModels(await inputOf(run, known), { ...toMergeDeps(deps), ask });
}

async function inputOf({ deps, campaign }: CampaignRun, known: Known): Promise<QuestionInput> {
  const { brief, rehearsal } = await campaign();
  return { brief, ...known, ...(await lessonsFor(deps.store, brief, rehearsal)), rehearsal };
}

function toMergeDeps({ knowledge, random, planning }: CampaignDeps): MergeDeps & Planning {
  return { knowledge, random, ...planning };
}

/** Waits for a person's yes to exactly this content. */
export async function awaitApproval({ context, deps, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  if (current.state === 'planned') {
    context.gate('approval', current.approval?.contentHash === contentHash(current));
  }
  await context.step('approve', async () => {
    await moveCampaign(deps.store.campaigns, current.id, 'approved');
    return { contentHash: contentHash(current) };
  });
}

/** Whoever agreed to the plan has not seen what a model painted after it: nobody else does before they have. */
export async function awaitPaintedApproval({ context, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  if (current.state !== 'approved' || modelMadeAmong(current.creatives).length === 0) return;
  context.gate('approval', current.approval?.contentHash === contentHash(current));
}
