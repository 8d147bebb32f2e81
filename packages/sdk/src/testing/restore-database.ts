import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadDriver } from '../store/sqlite/driver.js';

/** Puts a compressed database into a data folder, and alters it by SQL before anybody opens it. */
export async function restoreDatabase(database: URL, folder: string, alter: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'kt-event.db');
  await writeFile(path, gunzipSync(await readFile(database)));
  const driver = new (loadDriver())(path);
  driver.exec(alter);
  driver.close();
}
