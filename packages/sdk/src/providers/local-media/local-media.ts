import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError, UserError } from '../../errors/index.js';
import type { MediaStore } from '../media-store.js';
import { toSegments } from './path-segments.js';

export interface LocalMediaOptions {
  /** Absolute. Made when the first file is written. */
  readonly folder: string;
  /** Names a half-written file, so that two writers never share one. */
  readonly newId: () => string;
}

/**
 * Keeps made files in a folder. A file is there as a whole or not at all, and neither a path
 * nor a symbolic link leads out of the folder.
 */
export function createLocalMedia({ folder, newId }: LocalMediaOptions): MediaStore {
  return {
    async write(path, bytes) {
      const segments = toSegments(path);
      await saving(async () => {
        const parent = await makeParents(folder, path, segments.slice(0, -1));
        const partial = join(parent, `.${newId()}.partial`);
        try {
          await writeThrough(partial, bytes);
          await rename(partial, join(parent, segments.at(-1) ?? ''));
        } finally {
          await rm(partial, { force: true });
        }
      });
    },

    async read(path) {
      const segments = toSegments(path);
      try {
        const parent = await findParents(folder, path, segments.slice(0, -1));
        return await readWithoutLinks(join(parent, segments.at(-1) ?? ''));
      } catch (cause) {
        if (cause instanceof UserError) throw cause;
        throw new UserError('USER_016', { path, reason: codeOf(cause) }, { cause });
      }
    },
  };
}

async function makeParents(folder: string, path: string, segments: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  return descend(folder, path, segments, (parent) => mkdir(parent).catch(ignoreExisting));
}

function findParents(folder: string, path: string, segments: readonly string[]): Promise<string> {
  return descend(folder, path, segments, async () => undefined);
}

/** Goes down one real folder at a time: a link on the way could lead anywhere. */
async function descend(
  folder: string,
  path: string,
  segments: readonly string[],
  enter: (parent: string) => Promise<unknown>,
): Promise<string> {
  let parent = await realpath(folder);
  for (const segment of segments) {
    parent = join(parent, segment);
    await enter(parent);
    if (!(await lstat(parent)).isDirectory())
      throw new UserError('USER_016', { path, reason: 'not a folder' });
  }
  return parent;
}

/** On disk before it gets its name: a crash leaves a partial file or the whole one. */
async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readWithoutLinks(file: string): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function saving(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new StoreError('STORE_005', { reason: codeOf(cause) }, { cause });
  }
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

/** The system's code only: its message holds the whole path. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
