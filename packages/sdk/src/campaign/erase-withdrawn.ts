import { awaitedIn } from './awaited-in.js';
import { erasePerson, erasureOf } from './erase-campaign.js';
import type { PersonDeps } from './reseal-persons.js';

/**
 * Destroys the phones that were kept for nothing but a consent, once that was taken back and its owner was told, or the
 * term to tell them is over. Until then they are needed for telling.
 */
export async function eraseWithdrawn(deps: PersonDeps): Promise<void> {
  for (const [campaignId, ids] of await withdrawnIn(deps)) {
    if (!(await erasureOf(campaignId, deps))) continue; // what the event itself needs goes with the event
    const awaited = await awaitedIn(campaignId, deps);
    for (const id of ids.filter((id) => !awaited.has(id))) {
      await erasePerson(campaignId, id, deps);
      const at = deps.now().toISOString();
      await deps.store.audit.append(campaignId, { type: 'FORGET', entryId: id, at });
    }
  }
}

async function withdrawnIn({ store }: PersonDeps): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { campaignId, id } of await store.persons.withdrawn())
    found.set(campaignId, [...(found.get(campaignId) ?? []), id]);
  return found;
}
