import { toRecords } from '../draw/entry-records.js';
import type { EntrySource } from '../draw/entry-source.js';
import type { EntryPages } from '../store/entry-pages.js';

/** The entries of a campaign as the store has them, but for those that were excluded. */
export function storedSource(pages: EntryPages, campaignId: string): EntrySource {
  return {
    async read(after, limit) {
      const lines = await pages.byId(campaignId, { after, limit });
      return toRecords(lines.map(({ id, weight, ownerTag }) => ({ entryId: id, weight, ownerTag })));
    },
  };
}
