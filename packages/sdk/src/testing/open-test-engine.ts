import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalDispatcher } from '../runs/dispatcher.js';
import { createEngine, type Engine, type EngineOptions } from '../runs/engine.js';
import type { Journal, Run } from '../runs/journal.js';
import type { RunContext, WorkflowDefinition } from '../runs/workflow.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';

/** An engine on a real SQLite file, with a clock that jumps instead of waiting. */
export interface TestEngine {
  readonly engine: Engine;
  readonly journal: Journal;
  /** Milliseconds since {@link testStart}. */
  elapsed(): number;
  pass(ms: number): void;
  /** Another engine on the same clock, over a journal made wrong on purpose. */
  withJournal(journal: Journal): Engine;
  begin(definition: WorkflowDefinition): Promise<Run>;
  close(): Promise<void>;
}

export const testStart = Date.parse('2026-12-01T00:00:00Z');

export function defineTest(run: (context: RunContext) => Promise<unknown>): WorkflowDefinition {
  return { name: 'test', version: 1, run: async (context) => ((await run(context)) ?? null) as never };
}

export async function openTestEngine(): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-runs-'));
  let nowMs = testStart;
  const now = () => new Date(nowMs);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const store = await openSqliteStore({ path: join(folder, 'runs.db'), now });
  const options: Omit<EngineOptions, 'journal'> = {
    dispatcher: createLocalDispatcher({ concurrency: 4 }),
    now,
    newId: () => 'run-1',
    sleep: async (ms) => pass(ms),
    elapsedMs: () => nowMs,
    emit: () => undefined,
  };
  const engine = createEngine({ ...options, journal: store.journal });

  return {
    engine,
    journal: store.journal,
    elapsed: () => nowMs - testStart,
    pass,
    withJournal: (journal) => createEngine({ ...options, journal }),
    begin: (definition) => engine.start(definition, {}, { subject: 'test' }),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
