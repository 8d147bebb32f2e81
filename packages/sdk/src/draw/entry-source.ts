import type { DrawEntry } from '../schema/draw.js';
import { toRecords } from './entry-records.js';

/** Where the entries of a draw come from: read page by page, since millions need not fit in memory. */
export interface EntrySource {
  /** Records of up to `limit` entries whose ids come after that one, ascending. Fewer only at the end. */
  read(after: string | undefined, limit: number): Promise<Buffer>;
}

/** Entries at hand, in any order. Those without a ticket are not eligible and left out. */
export function sourceOf(entries: readonly DrawEntry[]): EntrySource {
  const sorted = entries
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => (a.entryId < b.entryId ? -1 : 1));
  return {
    async read(after, limit) {
      const start = after === undefined ? 0 : placeAfter(sorted, after);
      return toRecords(sorted.slice(start, start + limit));
    },
  };
}

/** How many entries have ids up to this one. */
function placeAfter(sorted: readonly DrawEntry[], id: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle]?.entryId ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
