import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../errors/index.js';
import type { SecretVault } from '../randomness-beacon.js';

/** A witness's own folder: a memory stick, a shared drive. Whoever holds it can keep or show the secret. */
export function createFolderVault(folder: string): SecretVault {
  const pathOf = (ref: string) => join(folder, `${ref}.secret`);

  return {
    async read(ref) {
      try {
        return await readFile(pathOf(ref), 'utf8');
      } catch (cause) {
        if (isAbsent(cause)) return undefined;
        throw new StoreError('STORE_001', { path: folder }, { cause });
      }
    },
    async write(ref, hex) {
      try {
        await mkdir(folder, { recursive: true });
        const file = await open(pathOf(ref), 'w', 0o600);
        try {
          await file.writeFile(hex);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (cause) {
        throw new StoreError('STORE_005', { reason: 'witness folder' }, { cause });
      }
    },
  };
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
