import type { EntryRepository } from '../store/entry-repository.js';
import { type CountsOptions, createCounts } from './counts.js';

export interface RefusalsOptions extends Pick<CountsOptions<'refused'>, 'sleep'> {
  readonly entries: EntryRepository;
}

export interface CountedEntries {
  readonly entries: EntryRepository;
  /** Writes what is still in memory, and nothing by itself any more. */
  close(): Promise<void>;
}

/** The same entries, but refusals are counted in memory and written together. Who asks for the tally here gets all of them. */
export function countRefusalsInMemory({ entries, sleep }: RefusalsOptions): CountedEntries {
  const counts = createCounts<'refused'>({
    write: (campaignId, { refused = 0 }) => entries.countRefusals(campaignId, refused),
    sleep,
  });
  return {
    entries: {
      ...entries,
      async countRefusals(campaignId, count) {
        counts.add(campaignId, 'refused', count);
      },
      async tally(campaignId) {
        await counts.flush();
        return entries.tally(campaignId);
      },
    },
    close: counts.close,
  };
}
