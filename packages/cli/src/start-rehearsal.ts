import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RehearseOptions } from './context.js';
import type { RehearsalResult } from './rehearsal/rehearsal-result.js';
import { rehearse } from './rehearsal/rehearse.js';

/** A rehearsal keeps its data apart, so that nothing it makes is mistaken for real. */
export function startRehearsal({
  brief,
  folder,
  progress,
  signal,
}: RehearseOptions): Promise<RehearsalResult> {
  return rehearse({
    brief,
    folder: join(folder, '.kt-event', 'rehearsal'),
    output: join(folder, 'kt-event-out'),
    newId: randomUUID,
    elapsedMs: () => performance.now(),
    onEvent: progress,
    signal,
  });
}
