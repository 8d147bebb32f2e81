import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Campaign } from '@kt-event/sdk';
import type { RehearseOptions } from './context.js';
import { findUnfinished } from './rehearsal/find-unfinished.js';
import type { RehearsalResult } from './rehearsal/rehearsal-result.js';
import { rehearse } from './rehearsal/rehearse.js';

/** A rehearsal keeps its data apart, so that nothing it makes is mistaken for real. */
const placesIn = (folder: string) => ({
  folder: join(folder, '.kt-event', 'rehearsal'),
  output: join(folder, 'kt-event-out'),
});

export function startRehearsal({
  brief,
  folder,
  templates,
  progress,
  signal,
}: RehearseOptions): Promise<RehearsalResult> {
  return rehearse({
    ...placesIn(folder),
    brief,
    templates,
    newId: randomUUID,
    elapsedMs: () => performance.now(),
    onEvent: progress,
    signal,
  });
}

export function unfinishedRehearsals(parent: string): Promise<Campaign[]> {
  const { folder, output } = placesIn(parent);
  return findUnfinished(folder, output);
}
