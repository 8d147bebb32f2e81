import type { Engine } from './runs/engine.js';
import type { Run } from './runs/journal.js';
import type { WorkflowDefinition } from './runs/workflow.js';

/** Runs that this process executes while nobody waits for them. */
export interface GenerationJobs {
  /** Executes a run when its turn comes. Its failure is kept with the run. Once at a time. */
  begin(run: Run): void;
  /** Interrupts a run and waits until it has let go. It can be begun again. */
  halt(runId: string): Promise<void>;
  haltAll(): Promise<void>;
}

interface Job {
  readonly stop: AbortController;
  readonly settled: Promise<void>;
}

export function createGenerationJobs(
  engine: Engine,
  workflow: WorkflowDefinition,
  onEnd: (campaignId: string) => void,
): GenerationJobs {
  const jobs = new Map<string, Job>();

  async function halt(runId: string): Promise<void> {
    const job = jobs.get(runId);
    job?.stop.abort();
    await job?.settled;
  }

  return {
    begin({ id: runId, subject }) {
      if (jobs.has(runId)) return;
      const stop = new AbortController();
      const end = () => {
        jobs.delete(runId);
        onEnd(subject);
      };
      const settled = engine.advance(runId, workflow, { signal: stop.signal }).then(end, end);
      jobs.set(runId, { stop, settled });
    },
    halt,
    async haltAll() {
      await Promise.all([...jobs.keys()].map(halt));
    },
  };
}
