import { jobClassOf } from './campaign/generation-items.js';
import {
  createGenerationWorkflow,
  type GenerationDeps,
  generationDefinition,
} from './campaign/generation-workflow.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { UserError } from './errors/index.js';
import type { Generating, Generation } from './generating.js';
import { createGenerationJobs } from './generation-jobs.js';
import { createProgress } from './generation-progress.js';
import { createLocalDispatcher } from './runs/dispatcher.js';
import { createEngine } from './runs/engine.js';
import type { Run, RunState } from './runs/journal.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';

/** Campaigns made at the same time: fewer than are carried on, so that none waits for another. */
const concurrency = 4;
const unfinished: readonly RunState[] = ['queued', 'running', 'waiting', 'parked'];
/** How long a change in another process may go unseen. */
const lookMs = 5_000;

type Watching = Pick<Generating, 'generation' | 'watchGeneration'>;

/** @param advance - Carries a campaign to the end of its generate stage. */
export function generating(
  parts: Parts,
  advance: GenerationDeps['advance'],
): Generating & { readonly stop: () => Promise<void> } {
  const { store, now, sleep } = parts;
  const { journal } = store;
  const engine = createEngine({
    ...parts,
    journal,
    dispatcher: createLocalDispatcher({ concurrency }),
    emit: () => undefined,
  });
  const campaign = (id: string) => requireCampaign(store, id);
  const workflow = createGenerationWorkflow({ campaign, advance, sleep }) as WorkflowDefinition;
  const progress = createProgress(parts.listeners);
  const jobs = createGenerationJobs(engine, workflow, progress.tell);
  const watching = watchingOf(parts, progress);
  const start = startingOf(parts, engine);

  return {
    ...watching,
    async generate(campaignId) {
      const wanted = await campaign(campaignId);
      const { state, approval } = wanted;
      if (!approval || state === 'cancelled') throw new UserError('USER_008', { state, action: 'generate' });
      const run = await start(wanted);
      jobs.begin(run);
      return { runId: run.id };
    },
    async cancelGeneration(runId) {
      await jobs.halt(runId);
      const { state, campaignId } = await watching.generation(runId);
      if (unfinished.includes(state)) await engine.cancel(runId);
      progress.tell(campaignId);
      return watching.generation(runId);
    },
    async resumeGenerations() {
      const isAwake = ({ wakeAt }: Run) => wakeAt === undefined || new Date(wakeAt) <= now();
      for (const run of (await journal.list({ states: unfinished })).filter(isGeneration)) {
        if (isAwake(run)) jobs.begin(run);
      }
    },
    async stop() {
      await jobs.haltAll();
      progress.close();
    },
  };
}

const isGeneration = ({ definition }: Run): boolean => definition === generationDefinition.name;

function watchingOf({ store }: Parts, progress: ReturnType<typeof createProgress>): Watching {
  async function runOf(runId: string): Promise<Run> {
    const run = await store.journal.find(runId);
    if (!run || !isGeneration(run)) throw new UserError('USER_002', { what: 'run', id: runId });
    return run;
  }

  async function read({ id, subject, state, createdAt, error }: Run): Promise<Generation> {
    const items = progress.of(await requireCampaign(store, subject));
    return { runId: id, campaignId: subject, state, createdAt, items, error };
  }

  return {
    generation: async (runId) => read(await runOf(runId)),
    async *watchGeneration(runId, signal) {
      const { subject } = await runOf(runId);
      while (!signal?.aborted) {
        const changed = progress.change(subject, lookMs, signal);
        const known = await read(await runOf(runId));
        yield known;
        if (!unfinished.includes(known.state)) return;
        await changed;
      }
    },
  };
}

/** The run of a campaign that is not over, else a new one; two who ask at once get the same. */
function startingOf({ store }: Parts, engine: ReturnType<typeof createEngine>) {
  const asked = new Map<string, Promise<Run>>();

  async function findOrStart({ id, brief }: Campaign): Promise<Run> {
    const known = await store.journal.list({ subject: id, states: unfinished });
    const options = { subject: id, jobClass: jobClassOf(brief) };
    return known.find(isGeneration) ?? engine.start(generationDefinition, { campaignId: id }, options);
  }

  return async (campaign: Campaign): Promise<Run> => {
    const asking = asked.get(campaign.id) ?? findOrStart(campaign);
    asked.set(campaign.id, asking);
    return asking.finally(() => asked.delete(campaign.id));
  };
}
