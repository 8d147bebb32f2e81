import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { openMediaKeys } from './media-keys.js';

const newFolder = temporaryFolders();
const masterKey = Buffer.alloc(32, 1);

let store: Store;
beforeEach(async () => {
  const path = join(newFolder(), 'kt-event.db');
  store = await openSqliteStore({ path, now: () => new Date('2026-12-05T03:00:00Z') });
});
afterEach(() => store.close());

const open = (key: Uint8Array = masterKey) =>
  openMediaKeys({ keys: store.keys, masterKey: key, randomBytes });

describe('the keys of media addresses', () => {
  it('are the same after a restart', async () => {
    const first = await open();
    const id = await first.rotate();
    const again = await open();

    expect([again.lastSeen(), await again.current()]).toEqual([id, id]);
    expect(again.keyOf(id)).toEqual(first.keyOf(id));
  });

  it('differ from one another and under another master key', async () => {
    const keys = await open();
    const other = await openMediaKeys({ keys: store.keys, masterKey: Buffer.alloc(32, 2), randomBytes });

    expect(keys.keyOf('1')).toHaveLength(32);
    expect(keys.keyOf('1')).not.toEqual(keys.keyOf('2'));
    expect(keys.keyOf('1')).not.toEqual(other.keyOf('1'));
  });

  it('change for a process that was open already, however often they were rotated', async () => {
    const [one, other] = [await open(), await open()];
    const ids = [await one.rotate(), await one.rotate(), await one.rotate()];

    expect(other.lastSeen()).toBe('1');
    expect(await other.current()).toBe(ids[2]);
    expect(other.lastSeen()).toBe(ids[2]);
    expect(new Set(['1', ...ids]).size).toBe(4);
  });

  it('change once when two processes rotate at the same time', async () => {
    const [one, other] = [await open(), await open()];
    const [mine, theirs] = await Promise.all([one.rotate(), other.rotate()]);

    expect(mine).toBe(theirs);
    expect(await (await open()).current()).toBe(mine);
  });

  it('cannot be rotated by who can write to the store only', async () => {
    await (await open(Buffer.alloc(32, 9))).rotate();

    await expect(open()).rejects.toMatchObject({ code: 'STORE_002' });
  });
});
