import { dayOf } from '../schema/seoul-time.js';
import type { PersonDeps } from './reseal-persons.js';
import { sortConsents } from './sort-consents.js';

/** Entries of those who took their consent back and may still be told what became of that. */
export async function awaitedIn(
  campaignId: string,
  { store, now }: Pick<PersonDeps, 'store' | 'now'>,
): Promise<Set<string>> {
  const at = now();
  const { withdrawn } = await sortConsents(store, { id: campaignId }, at);
  const inTime = [...withdrawn.untold, ...withdrawn.pending].filter(({ dueOn }) => dueOn >= dayOf(at));
  return new Set(inTime.map(({ entry }) => entry.id));
}
