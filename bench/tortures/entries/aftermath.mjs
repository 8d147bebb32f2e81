import { randomBytes } from 'node:crypto';
import { createKeyring } from '../../../packages/sdk/dist/security/campaign-keys.js';
import { openPerson } from '../../../packages/sdk/dist/security/entry-seal.js';
import { openMasterKeys } from '../../../packages/sdk/dist/security/master-key.js';
import { openSqliteStore } from '../../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { personOf } from './people.mjs';

/** What stands in the store of a server that has ended, however it ended. */
export async function readAftermath(folder, { campaignId, stock, repeats = new Map() }) {
  const masterKeys = await openMasterKeys({ path: `${folder}/data/master.key`, randomBytes });
  const store = await openSqliteStore({ path: `${folder}/data/kt-event.db`, now: () => new Date() });
  try {
    const { dataKey } = await createKeyring({ keys: store.keys, ...masterKeys, randomBytes }).of(campaignId);
    const entries = (await store.entries.list(campaignId)).map((entry) => ({
      entryId: entry.id,
      person: personOf(openPerson(entry, dataKey).phone),
      seq: entry.seq,
      couponNo: entry.couponNo,
      receivedAt: entry.receivedAt,
    }));
    const remaining = await store.entries.remainingStock(campaignId);
    return { entries, repeats, ...(stock && { stock: { total: stock, remaining } }) };
  } finally {
    await store.close();
  }
}
