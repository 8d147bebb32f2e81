import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { StoreError, UserError } from '@kt-event/sdk';

/**
 * Writes personal data where only the owner of the account reads it. The place is taken before `make` is called, so
 * that nothing is opened, or noted as handed out, that could not be written down.
 *
 * @param options.force - Replaces a file that is there, whoever could read it before.
 * @throws UserError `USER_033` when something is there already
 */
export async function writePrivately(
  path: string,
  make: () => Promise<string>,
  { force = false }: { readonly force?: boolean | undefined },
): Promise<void> {
  if (force) await refuseOther(path);
  const draft = force ? `${path}.part` : path;
  if (force) await rm(draft, { force: true });
  const file = await take(draft);
  try {
    await fill(file, make);
    if (force) await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function fill(file: FileHandle, make: () => Promise<string>): Promise<void> {
  try {
    await file.writeFile(await make());
    await file.sync();
  } finally {
    await file.close();
  }
}

async function take(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unwritable';
    if (reason === 'EEXIST') throw new UserError('USER_033', { path }, { cause });
    throw new StoreError('STORE_005', { reason }, { cause });
  }
}

/** A terminal, a pipe or a link is no file to replace. */
async function refuseOther(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there && !there.isFile()) throw new StoreError('STORE_005', { reason: 'EEXIST' });
}
