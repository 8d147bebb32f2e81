import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { openMasterKey } from './master-key.js';

const newFolder = temporaryFolders();

const freshPath = () => join(newFolder(), 'store', 'master.key');

describe('the master key', () => {
  it('is made once and then read', async () => {
    const path = freshPath();
    const first = await openMasterKey({ path, randomBytes });
    const second = await openMasterKey({ path, randomBytes });

    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
    expect(readdirSync(dirname(path))).toEqual(['master.key']);
  });

  it('is the same for all who make it at the same time', async () => {
    const path = freshPath();
    const opened = await Promise.all(Array.from({ length: 20 }, () => openMasterKey({ path, randomBytes })));

    expect(new Set(opened.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('is for its owner only, also when the file was not', async () => {
    const path = freshPath();
    await openMasterKey({ path, randomBytes });
    const made = statSync(path).mode & 0o777;
    chmodSync(path, 0o644);
    await openMasterKey({ path, randomBytes });

    expect([made, statSync(path).mode & 0o777]).toEqual([0o600, 0o600]);
  });

  it('may be given, and then no file is made', async () => {
    const path = freshPath();
    const bytes = Buffer.alloc(32, 3);

    expect(await openMasterKey({ bytes, path, randomBytes })).toBe(bytes);
    expect(() => statSync(path)).toThrow();
  });

  it('is refused when it is not 32 bytes', async () => {
    const path = join(newFolder(), 'master.key');
    writeFileSync(path, 'c2hvcnQ=\n');

    await expect(openMasterKey({ path, randomBytes })).rejects.toMatchObject({ code: 'STORE_001' });
    await expect(openMasterKey({ bytes: Buffer.alloc(16), path, randomBytes })).rejects.toMatchObject({
      code: 'USER_001',
    });
  });
});
