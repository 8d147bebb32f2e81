import type { EntryList } from './entry-list.js';

type ListedEntry = Awaited<ReturnType<EntryList['holderOf']>>;

/** The entry with an id, or undefined. A list is in the order of its ids, so halving its tickets leads there. */
export async function findEntry(list: EntryList, entryId: string): Promise<ListedEntry | undefined> {
  let first = 0;
  let last = list.total - 1;
  while (first <= last) {
    const holder = await list.holderOf(Math.floor((first + last) / 2));
    if (holder.entryId === entryId) return holder;
    if (holder.entryId < entryId) first = holder.start + holder.weight;
    else last = holder.start - 1;
  }
  return undefined;
}
