import { createEntryList, type EntryList } from '../draw/entry-list.js';
import { findEntry } from '../draw/find-entry.js';
import { KtEventError, UserError } from '../errors/index.js';
import type { Commitment } from '../schema/draw.js';
import type { Inclusion } from '../schema/inclusion.js';
import type { Store } from '../store/store.js';
import { storedSource } from './stored-source.js';

/** Lists kept at hand, each some megabytes for a million entries: the draws of a day, not of a year. */
const mostLists = 8;

type ProverStore = Pick<Store, 'draws' | 'entryPages'>;

/** Shows that an entry was in a committed list. A list is read once, however many participants look for themselves. */
export function createInclusionProver(
  store: ProverStore,
): (campaignId: string, entryId: string) => Promise<Inclusion> {
  const lists = createLists(store);
  return async (campaignId, entryId) => {
    const draw = await store.draws.find(campaignId);
    if (!draw) throw new UserError('USER_002', { what: 'commitment', id: campaignId });
    const found = await lists
      .of(campaignId)
      .then((list) => findEntry(asCommitted(list, draw.commitment.commitment), entryId))
      .catch((error: unknown) => {
        lists.forget(campaignId); // what failed once is read anew
        throw isOtherList(error) ? new UserError('USER_091', { campaignId }, { cause: error }) : error;
      });
    if (!found) throw new UserError('USER_090', { campaignId });
    const { index, weight, ownerTag, path } = found;
    return { index, entry_id: entryId, weight, owner_tag: ownerTag, path };
  };
}

function createLists(store: ProverStore) {
  const lists = new Map<string, Promise<EntryList>>();
  return {
    of(campaignId: string): Promise<EntryList> {
      const list = lists.get(campaignId) ?? readList(store, campaignId);
      lists.delete(campaignId);
      lists.set(campaignId, list); // the newest last
      const [oldest] = lists.keys();
      if (oldest !== undefined && lists.size > mostLists) lists.delete(oldest);
      return list;
    },
    forget: (campaignId: string) => lists.delete(campaignId),
  };
}

function readList({ entryPages }: ProverStore, campaignId: string): Promise<EntryList> {
  return createEntryList(campaignId, storedSource(entryPages, campaignId));
}

function asCommitted(list: EntryList, { root, entries, event_id }: Commitment): EntryList {
  if (list.root !== root || list.count !== entries) throw new UserError('USER_091', { campaignId: event_id });
  return list;
}

/** Nobody is left in it, or others than before: personal data are destroyed on their day. */
function isOtherList(error: unknown): boolean {
  return KtEventError.is(error) && (error.code === 'USER_018' || error.code === 'USER_021');
}
