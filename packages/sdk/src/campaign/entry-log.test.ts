import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { anOrganiserKey } from '../draw/__fixtures__/demo-draw.js';
import { verifyLogHeads } from '../draw/log-head.js';
import { verifyLogInclusion } from '../draw/verify-log.js';
import { logLeaf } from '../security/log-leaf.js';
import { loadDriver } from '../store/sqlite/driver.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign, aCampaignId, aSealedEntry } from '../testing/fixtures.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { auditLog, placeInLog, provenHeads, signHead } from './entry-log.js';

const newFolder = temporaryFolders();
const now = () => new Date('2026-12-05T03:00:00Z');
const organiserKey = async () => anOrganiserKey();

let store: Store | undefined;
afterEach(() => store?.close());

/** A campaign whose entries can be tampered with behind the store's back. */
async function aDesk() {
  const path = join(newFolder(), 'kt-event.db');
  const opened = await openSqliteStore({ path, now });
  store = opened;
  await opened.campaigns.add(aCampaign());
  let last = 0;
  return {
    store: opened,
    sign: () => signHead(aCampaignId, { store: opened, now, organiserKey }),
    async enter(count: number) {
      const batch = Array.from({ length: count }, (_, index) => aSealedEntry(last + index + 1));
      last += count;
      await opened.entries.add(batch);
    },
    tamper(sql: string) {
      const database = new (loadDriver())(path);
      database.exec(sql);
      database.close();
    },
  };
}

describe('the entry log of a campaign', () => {
  it('is signed as it grows, and every head is the beginning of the next', async () => {
    const { store, sign, enter } = await aDesk();
    expect(await sign()).toBeUndefined();
    for (const count of [1, 2, 1_100, 1_500]) {
      await enter(count);
      await sign();
    }
    const again = await sign();
    const proven = await provenHeads(aCampaignId, store);

    expect(proven?.heads.map(({ size }) => size)).toEqual([1, 3, 1_103, 2_603]);
    expect(again).toEqual(proven?.heads.at(-1));
    expect(proven && verifyLogHeads(proven)).toBe(true);
    expect(await auditLog(aCampaignId, store)).toEqual({ size: 2_603, root: again?.root });
    expect(await store.logs.blocks(aCampaignId)).toHaveLength(2);
  });

  it('shows where an entry stands', async () => {
    const { store, sign, enter } = await aDesk();
    await enter(1_500);
    await sign();
    for (const seq of [1, 700, 1_024, 1_025, 1_500]) {
      const place = await placeInLog(aCampaignId, seq, store);
      const [entry] = await store.entryPages.bySeq(aCampaignId, { after: seq - 1, limit: 1 });
      const { head, leaf, path } = place ?? { head: undefined, leaf: '', path: [] };

      expect(leaf).toBe(entry && logLeaf(entry));
      expect(verifyLogInclusion({ leaf, index: seq - 1, size: 1_500, path, root: head?.root ?? '' })).toBe(
        true,
      );
    }
  });

  it.each([
    ['an entry taken out', 'delete from entry where seq = 2'],
    ['the last entry taken out', 'delete from entry where seq = 4'],
    [
      'an entry taken out and the gap closed',
      'delete from entry where seq = 2; update entry set seq = seq - 1 where seq > 2',
    ],
    ['a weight that was raised', 'update entry set weight = 5 where seq = 3'],
    ['an owner who was swapped', `update entry set ownerTag = '${'f'.repeat(64)}' where seq = 1`],
    ['an entry dated back', `update entry set receivedAt = '2026-12-01T00:00:00.000Z' where seq = 3`],
  ])('cannot hide %s once it was signed', async (_what, sql) => {
    const { store, sign, enter, tamper } = await aDesk();
    await enter(4);
    await sign();
    await enter(2);
    tamper(sql);

    await expect(auditLog(aCampaignId, store)).rejects.toMatchObject({ code: 'USER_064' });
  });

  it('would hide it if nothing had been signed before', async () => {
    const { store, enter, tamper } = await aDesk();
    await enter(4);
    tamper('update entry set weight = 5 where seq = 3');

    await expect(auditLog(aCampaignId, store)).resolves.toMatchObject({ size: 4 });
  });

  it.each([
    'delete from logHead',
    'update logHead set size = 1',
    'delete from logBlock',
    `update logBlock set hash = '${'0'.repeat(64)}'`,
    'delete from exclusion',
    `update exclusion set reason = 'fraud'`,
    'delete from anchor',
    `update anchor set at = ''`,
  ])('is kept by the database itself against: %s', async (sql) => {
    const { store, sign, enter, tamper } = await aDesk();
    await enter(1_024);
    await sign();
    const at = now().toISOString();
    await store.exclusions.add(aCampaignId, { entryId: aSealedEntry(1).id, reason: 'staff', at });
    await store.anchors.add(aCampaignId, { kind: 'post', where: 'blog', fingerprint: 'a'.repeat(16), at });

    expect(() => tamper(sql)).toThrow(/what binds the organiser/);
  });
});
