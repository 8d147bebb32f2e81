import { join } from 'node:path';
import { storeContract } from '../../testing/store-contract.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { openSqliteStore } from './open-sqlite-store.js';

const newFolder = temporaryFolders();

const now = () => new Date('2026-12-05T03:00:00Z');

storeContract('in-memory SQLite', () => openSqliteStore({ path: ':memory:', now }));

storeContract('SQLite file', () => {
  const folder = newFolder();
  return openSqliteStore({ path: join(folder, 'kt-event.db'), now });
});
