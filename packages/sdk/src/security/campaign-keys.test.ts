import { createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { blindIndex } from './blind-index.js';
import { createKeyring } from './campaign-keys.js';
import { createSecretBox } from './secret-box.js';
import { createSecretVault } from './secret-vault.js';

const newFolder = temporaryFolders();

const masterKey = Buffer.alloc(32, 1);
const path = join(newFolder(), 'kt-event.db');

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ path, now: () => new Date('2026-12-05T03:00:00Z') });
});
afterEach(() => store.close());

const keyring = (key: Uint8Array = masterKey, olderKeys: readonly Uint8Array[] = []) =>
  createKeyring({ keys: store.keys, masterKey: key, olderKeys, randomBytes });

describe('the keys of a campaign', () => {
  it('are the same after a restart, and others for another campaign', async () => {
    const first = await keyring().of('cmp-1');
    const again = await keyring().of('cmp-1');
    const other = await keyring().of('cmp-2');

    expect(again.dataKey).toEqual(first.dataKey);
    expect(again.signingKey.equals(first.signingKey)).toBe(true);
    expect(again.indexKey).toEqual(first.indexKey);
    expect(other.dataKey).not.toEqual(first.dataKey);
    expect(other.indexKey).not.toEqual(first.indexKey);
  });

  it('are made once when two processes make them at the same time', async () => {
    const [one, two] = await Promise.all([keyring().of('cmp-race'), keyring().of('cmp-race')]);

    expect(one?.dataKey).toEqual(two?.dataKey);
    expect(one?.signingKey.equals(two.signingKey)).toBe(true);
  });

  it('sign, and the public half verifies', async () => {
    const { signingKey } = await keyring().of('cmp-1');
    const signature = sign(null, Buffer.from('text'), signingKey);

    expect(verify(null, Buffer.from('text'), createPublicKey(signingKey), signature)).toBe(true);
  });

  it('do not open under another master key', async () => {
    await keyring().of('cmp-1');

    await expect(keyring(Buffer.alloc(32, 2)).of('cmp-1')).rejects.toMatchObject({ code: 'STORE_002' });
  });

  it('are gone from the file once shredded', async () => {
    const ring = keyring();
    const before = await ring.of('cmp-shred');
    const sealed = await store.keys.read('data-key/cmp-shred/1');
    await ring.shred('cmp-shred');
    const after = await ring.of('cmp-shred');
    await store.close();

    expect(after.dataKey).not.toEqual(before.dataKey);
    expect(after.signingKey.equals(before.signingKey)).toBe(true);
    expect(readFileSync(path).includes(String(sealed))).toBe(false);
    store = await openSqliteStore({ path, now: () => new Date() });
  });

  it('give a phone another index in each campaign', async () => {
    const [one, two] = await Promise.all([keyring().of('cmp-1'), keyring().of('cmp-2')]);
    const index = blindIndex(one.indexKey, 'cmp-1', '+821012345678');

    expect(blindIndex(one.indexKey, 'cmp-1', '+821012345678')).toBe(index);
    expect(blindIndex(two.indexKey, 'cmp-2', '+821012345678')).not.toBe(index);
    expect(blindIndex(one.indexKey, 'cmp-2', '+821012345678')).not.toBe(index);
  });
});

describe('another master key', () => {
  const next = Buffer.alloc(32, 2);

  it('leaves a campaign its index until everything has been indexed anew', async () => {
    const before = await keyring().of('cmp-root');
    const ring = keyring(next, [masterKey]);
    const kept = await ring.of('cmp-root');
    const nextKey = ring.nextIndexKey('cmp-root');
    const newest = await ring.hasNewestRoot('cmp-root');
    await ring.moveRoot('cmp-root');

    expect([kept.indexKey, kept.dataKey]).toEqual([before.indexKey, before.dataKey]);
    expect([newest, await ring.hasNewestRoot('cmp-root')]).toEqual([false, true]);
    expect((await ring.of('cmp-root')).indexKey).toEqual(nextKey);
    expect(nextKey).not.toEqual(before.indexKey);
  });

  it('opens everything alone once it has been sealed anew', async () => {
    const before = await keyring().of('cmp-wrap');
    const box = createSecretBox({ keys: store.keys, masterKey: next, olderKeys: [masterKey], randomBytes });
    const [count, again] = [await box.rewrap(), await box.rewrap()];
    await keyring(next, [masterKey]).moveRoot('cmp-wrap');

    expect(count).toBeGreaterThan(0);
    expect(again).toBe(0);
    expect((await keyring(next).of('cmp-wrap')).dataKey).toEqual(before.dataKey);
    await expect(keyring().of('cmp-wrap')).rejects.toMatchObject({ code: 'STORE_002' });
    await store.keys.destroy('root/cmp-wrap'); // the next test begins with the old key again
    await createSecretBox({ keys: store.keys, masterKey, olderKeys: [next], randomBytes }).rewrap();
  });
});

describe('another data key', () => {
  it('seals from now on, and the one before opens what it sealed until it is retired', async () => {
    const ring = keyring();
    const before = await ring.of('cmp-data');
    const version = await ring.renew('cmp-data');
    const after = await ring.of('cmp-data');
    const retired = await ring.retire('cmp-data', version);

    expect([before.keyVersion, version, after.keyVersion]).toEqual([1, 2, 2]);
    expect(after.dataKeys.get(1)).toEqual(before.dataKey);
    expect(after.dataKey).not.toEqual(before.dataKey);
    expect(retired).toEqual([1]);
    expect([...(await ring.of('cmp-data')).dataKeys.keys()]).toEqual([2]);
  });
});

describe('the secrets of a draw', () => {
  it('survive a restart, sealed, and the first one stays', async () => {
    const vault = createSecretVault({ keys: store.keys, masterKey, randomBytes });
    await vault.write('ref', 'ab'.repeat(32));
    await vault.write('ref', 'cd'.repeat(32));
    const other = createSecretVault({ keys: store.keys, masterKey, randomBytes });

    expect(await other.read('ref')).toBe('ab'.repeat(32));
    expect(await other.read('none')).toBeUndefined();
    expect(await store.keys.read('beacon-secret/ref')).not.toContain('abab');
  });
});
