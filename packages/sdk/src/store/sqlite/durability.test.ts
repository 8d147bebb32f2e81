import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { loadDriver } from './driver.js';
import { makeDurable } from './durability.js';
import { openSqliteStore } from './open-sqlite-store.js';

const Database = loadDriver();

const newFolder = temporaryFolders();

const now = () => new Date('2026-12-05T03:00:00Z');
const freshPath = () => join(newFolder(), 'data', 'kt-event.db');

describe('a store on disk', () => {
  it('is durable at the first open and at every later one', () => {
    const path = join(newFolder(), 'kt-event.db');
    const opens = [1, 2, 3].map(() => {
      const db = new Database(path);
      const before = db.pragma('synchronous', { simple: true });
      const durable = makeDurable(db, process.platform);
      db.exec('create table if not exists t (a)');
      const after = db.pragma('synchronous', { simple: true });
      const mode = db.pragma('journal_mode', { simple: true });
      db.close();
      return { before, durable, after, mode };
    });

    // the trap: the driver alone would open an existing file without
    expect(opens.map(({ before }) => before)).toEqual([2, 1, 1]);
    const good = { durable: true, after: 2, mode: 'wal' };
    expect(opens).toEqual([
      expect.objectContaining(good),
      expect.objectContaining(good),
      expect.objectContaining(good),
    ]);
  });

  it('is refused when the database does not take the settings', () => {
    const db = new Database(join(newFolder(), 'kt-event.db'));
    const deaf = {
      pragma: (source: string, options?: { readonly simple: boolean }) =>
        db.pragma(source === 'synchronous = FULL' ? 'synchronous = NORMAL' : source, options),
    };

    expect(makeDurable(deaf, 'linux')).toBe(false);
    expect(makeDurable(db, 'darwin')).toBe(true);
    db.close();
  });

  it.skipIf(process.platform === 'win32')('is for its owner only, with everything beside it', async () => {
    const path = freshPath();
    const store = await openSqliteStore({ path, now });
    await store.journal.create({
      id: 'r/..',
      definition: 'd',
      version: 1,
      input: 0,
      subject: 's',
      priority: 0,
    });
    await store.journal.take('r/..');
    const modeOf = (name: string) => statSync(name).mode & 0o777;
    const files = readdirSync(join(path, '..'), { recursive: true, withFileTypes: true });
    const modes = files.map((file) => [file.isDirectory(), modeOf(join(file.parentPath, file.name))]);
    await store.close();

    expect(modeOf(join(path, '..'))).toBe(0o700);
    expect(files.map(({ name }) => name)).toContain('r%2F...lock');
    expect(modes.every(([folder, mode]) => mode === (folder ? 0o700 : 0o600))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('takes back a mode that is too wide', async () => {
    const path = join(newFolder(), 'kt-event.db');
    writeFileSync(path, '');
    chmodSync(path, 0o644);
    await (await openSqliteStore({ path, now })).close();

    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves no lock behind', async () => {
    const path = freshPath();
    const store = await openSqliteStore({ path, now });
    await store.journal.create({ id: 'r', definition: 'd', version: 1, input: 0, subject: 's', priority: 0 });
    await store.journal.take('r');
    await store.close();

    expect(readdirSync(`${path}-locks`)).toEqual([]);
  });

  it('says which file it cannot open', async () => {
    const folder = newFolder();
    const notDatabase = join(folder, 'text.db');
    writeFileSync(notDatabase, 'this is not a database, and long enough to be read as one'.repeat(20));
    mkdirSync(join(folder, 'is-folder.db'));

    for (const path of [notDatabase, join(folder, 'is-folder.db')]) {
      const failure = { code: 'STORE_001', context: { path } };
      await expect(openSqliteStore({ path, now })).rejects.toMatchObject(failure);
    }
  });

  it('lets two stores hold different runs and share everything else', async () => {
    const path = freshPath();
    const one = await openSqliteStore({ path, now });
    const two = await openSqliteStore({ path, now });
    await one.journal.create({ id: 'r', definition: 'd', version: 1, input: 0, subject: 's', priority: 0 });
    const { fence } = await one.journal.take('r');
    await expect(two.journal.take('r')).rejects.toMatchObject({ code: 'STORE_004' });
    await one.journal.release('r');
    await two.journal.take('r');
    const stale = one.journal.recordStep({ runId: 'r', fence }, 'step', 1);

    await expect(stale).rejects.toMatchObject({ code: 'STORE_003' });
    await one.close();
    await two.close();
  });
});
