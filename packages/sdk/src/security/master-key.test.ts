import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { forgetOlderKeys, openMasterKeys, renewMasterKey } from './master-key.js';

const newFolder = temporaryFolders();

const freshPath = () => join(newFolder(), 'store', 'master.key');

describe('the master key', () => {
  it('is made once and then read', async () => {
    const path = freshPath();
    const first = await openMasterKeys({ path, randomBytes });
    const second = await openMasterKeys({ path, randomBytes });

    expect(first.masterKey).toHaveLength(32);
    expect(second).toEqual(first);
    expect(readdirSync(dirname(path))).toEqual(['master.key']);
  });

  it('is the same for all who make it at the same time', async () => {
    const path = freshPath();
    const opened = await Promise.all(Array.from({ length: 20 }, () => openMasterKeys({ path, randomBytes })));

    expect(new Set(opened.map(({ masterKey }) => Buffer.from(masterKey).toString('hex'))).size).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('is for its owner only, also when the file was not', async () => {
    const path = freshPath();
    await openMasterKeys({ path, randomBytes });
    const made = statSync(path).mode & 0o777;
    chmodSync(path, 0o644);
    await openMasterKeys({ path, randomBytes });

    expect([made, statSync(path).mode & 0o777]).toEqual([0o600, 0o600]);
  });

  it('may be given, and then no file is made', async () => {
    const path = freshPath();
    const bytes = Buffer.alloc(32, 3);

    expect(await openMasterKeys({ given: [bytes], path, randomBytes })).toEqual({
      masterKey: bytes,
      olderKeys: [],
    });
    expect(() => statSync(path)).toThrow();
  });

  it('is refused when it is not 32 bytes', async () => {
    const path = join(newFolder(), 'master.key');
    writeFileSync(path, 'c2hvcnQ=\n');

    await expect(openMasterKeys({ path, randomBytes })).rejects.toMatchObject({ code: 'STORE_001' });
    await expect(openMasterKeys({ given: [Buffer.alloc(16)], path, randomBytes })).rejects.toMatchObject({
      code: 'USER_001',
    });
  });

  it('is put over those before it, and forgets them when told to', async () => {
    const path = freshPath();
    const first = await openMasterKeys({ path, randomBytes });
    const second = await renewMasterKey({ path, randomBytes });
    const third = await renewMasterKey({ path, randomBytes });

    expect(second.olderKeys).toEqual([first.masterKey]);
    expect(third.olderKeys).toEqual([second.masterKey, first.masterKey]);
    expect(await openMasterKeys({ path, randomBytes })).toEqual(third);
    await forgetOlderKeys({ path, randomBytes });
    expect(await openMasterKeys({ path, randomBytes })).toEqual({
      masterKey: third.masterKey,
      olderKeys: [],
    });
    expect([readdirSync(dirname(path)), statSync(path).mode & 0o777]).toEqual([['master.key'], 0o600]);
  });
});
