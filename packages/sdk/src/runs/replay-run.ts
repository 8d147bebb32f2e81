import { BugError, UserError } from '../errors/index.js';
import type { Effect, Journal } from './journal.js';
import type { Json } from './json.js';
import type { EffectResult, RunContext, WorkflowDefinition } from './workflow.js';

/**
 * Leads a finished journal through a workflow with every step and effect forbidden: what the code would now do that the
 * journal does not hold is a mismatch. A release is fit to carry on the runs of an earlier one when this passes.
 *
 * @returns the result the workflow comes to.
 * @throws UserError `USER_002`; BugError `BUG_004` naming the first step that would have been executed; and whatever the
 * workflow itself throws.
 */
export async function replayRun(
  runId: string,
  definition: WorkflowDefinition,
  journal: Journal,
): Promise<Json> {
  const run = await journal.find(runId);
  if (!run) throw new UserError('USER_002', { what: 'run', id: runId });
  return definition.run(createReplay(runId, journal), run.input);
}

function createReplay(runId: string, journal: Journal): RunContext {
  const remembered = async (key: string): Promise<Json> => {
    const memo = await journal.step(runId, key);
    if (!memo) throw new BugError('BUG_004', { runId, key });
    return memo.result;
  };
  return {
    runId,
    signal: new AbortController().signal,
    step: async (key) => (await remembered(key)) as never,
    async effect(key) {
      const effect = await journal.effect(runId, key);
      return effect && effect.state !== 'acked' ? unhappened(effect) : happened(await remembered(key));
    },
    all: (branches) => Promise.all(branches.map((branch) => branch())),
    now: async (key) => new Date(String(await remembered(key))),
    sleepUntil: async (key) => void (await remembered(key)),
    gate(waitingFor, open) {
      if (!open) throw new BugError('BUG_004', { runId, key: waitingFor });
    },
    stage: (_name, work) => work(),
    item: () => undefined,
  };
}

const happened = (memo: Json) => memo as EffectResult<never>;

/** An effect that never happened and that a finished run did without. */
function unhappened({ runId, key, state, error }: Effect): EffectResult<never> {
  if (error && (state === 'rejected' || state === 'not_sent')) return { state, error };
  throw new BugError('BUG_004', { runId, key });
}
