import type { Hold, Run } from '../../runs/journal.js';
import type { Store } from '../../store/store.js';

export const runId = '7c5a9f0e-2f6b-4a53-9a0a-0d6a1f0c2b11';
export const key = 'publish/instagram';

export function createRun(store: Store, over: Partial<Run> = {}): Promise<Run> {
  const run = { id: runId, definition: 'campaign', version: 1, input: { n: 1 }, subject: 'cmp', priority: 5 };
  return store.journal.create({ ...run, ...over });
}

export async function holdRun(store: Store): Promise<Hold> {
  await createRun(store);
  const { fence } = await store.journal.take(runId);
  return { runId, fence };
}

/** What a process that was thought dead still holds in its hand. */
export async function staleHold(store: Store): Promise<Hold> {
  const stale = await holdRun(store);
  await store.journal.release(runId);
  await store.journal.take(runId);
  return stale;
}
