import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors/index.js';
import type { SalesSource } from '../sales-source.js';
import { createCsvSales } from './csv-sales.js';

/** Daily sales from a CSV file, read anew each time: the owner may add days to it. */
export function createFileSales(path: string): SalesSource {
  return {
    source: path,
    /** @throws UserError `USER_016` when the file cannot be read, `USER_001` when a row cannot */
    async read(signal) {
      const bytes = await readFile(path, { signal }).catch((cause: unknown) => {
        signal?.throwIfAborted();
        const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
        throw new UserError('USER_016', { path, reason }, { cause });
      });
      return createCsvSales({ source: path, bytes }).read(signal);
    },
  };
}
