import { UserError } from '../errors/index.js';
import type { Exclusion } from '../schema/exclusion.js';
import type { Store } from '../store/store.js';

interface ExclusionDeps {
  readonly store: Pick<Store, 'entries' | 'exclusions' | 'audit'>;
  readonly now: () => Date;
}

/**
 * Leaves an entry out of the draw, and says so in the audit chain with its reason. It stays in the entry log.
 *
 * @throws UserError `USER_002` for an entry there is none of; `USER_065` when the list is public
 */
export async function excludeEntry(
  { store, now }: ExclusionDeps,
  campaignId: string,
  { entryId, reason }: Omit<Exclusion, 'at'>,
): Promise<void> {
  if (!(await store.entries.find(campaignId, entryId)))
    throw new UserError('USER_002', { what: 'entry', id: entryId });
  const at = now().toISOString();
  await store.exclusions.add(campaignId, { entryId, reason, at });
  const records = await store.audit.list(campaignId);
  const known = records.some(({ record }) => isExclusionOf(record, entryId));
  if (!known) await store.audit.append(campaignId, { type: 'EXCLUDE', entry_id: entryId, reason, at });
}

function isExclusionOf(record: unknown, entryId: string): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const { type, entry_id: id } = record as { readonly type?: unknown; readonly entry_id?: unknown };
  return type === 'EXCLUDE' && id === entryId;
}
