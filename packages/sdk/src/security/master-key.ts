import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError, UserError } from '../errors/index.js';
import type { RandomBytes } from './random-bytes.js';

const keyBytes = 32;

/** The key over all other keys, and those that were it before. 32 bytes each. */
export interface MasterKeys {
  readonly masterKey: Uint8Array;
  /** Newest first: what they sealed still opens. @defaultValue none */
  readonly olderKeys?: readonly Uint8Array[];
}

export interface MasterKeyOptions {
  /** The keys themselves, newest first, when the caller has them from elsewhere; then no file is touched. */
  readonly given?: readonly Uint8Array[] | undefined;
  /** File that holds them otherwise: made at first use, readable by its owner only. Keep a copy apart from the store. */
  readonly path: string;
  readonly randomBytes: RandomBytes;
}

/**
 * The master keys, one in a line of the file, newest first.
 *
 * @throws UserError `USER_001` for keys of another length; StoreError `STORE_001` when the file cannot be read,
 * written or understood.
 */
export async function openMasterKeys({ given, path, randomBytes }: MasterKeyOptions): Promise<MasterKeys> {
  if (given) return toMasterKeys(given.map(checkGiven));
  try {
    return await parseFile((await readKeyFile(path)) ?? (await createKeyFile(path, randomBytes)));
  } catch (cause) {
    throw new StoreError('STORE_001', { path }, { cause });
  }
}

/**
 * Puts a new key over those in the file, in one step: no reader sees half of it.
 *
 * @returns the keys as they stand then
 * @throws StoreError `STORE_001` when the file cannot be read or written
 */
export async function renewMasterKey({
  path,
  randomBytes,
}: Omit<MasterKeyOptions, 'given'>): Promise<MasterKeys> {
  const { masterKey, olderKeys = [] } = await openMasterKeys({ path, randomBytes });
  const keys = toMasterKeys([randomBytes(keyBytes), masterKey, ...olderKeys]);
  await replaceKeyFile(path, keys, randomBytes);
  return keys;
}

/** Takes the older keys out of the file. Whatever only they open is lost. */
export async function forgetOlderKeys({ path, randomBytes }: Omit<MasterKeyOptions, 'given'>): Promise<void> {
  const { masterKey } = await openMasterKeys({ path, randomBytes });
  await replaceKeyFile(path, { masterKey }, randomBytes);
}

function toMasterKeys(keys: readonly Uint8Array[]): MasterKeys {
  const [masterKey, ...olderKeys] = keys;
  if (!masterKey) throw new Error('no key');
  return { masterKey, olderKeys };
}

function checkGiven(bytes: Uint8Array): Uint8Array {
  if (bytes.length === keyBytes) return bytes;
  const message = { ko: `${keyBytes}바이트여야 합니다`, en: `must be ${keyBytes} bytes` };
  throw new UserError('USER_001', { what: 'master key' }, { issues: [{ path: ['masterKey'], message }] });
}

function parseFile(text: string): MasterKeys {
  const keys = text
    .trim()
    .split('\n')
    .map((line) => Buffer.from(line.trim(), 'base64'));
  if (keys.some(({ length }) => length !== keyBytes)) throw new Error('not a key');
  return toMasterKeys(keys);
}

async function readKeyFile(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, 0o600);
    return text;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written aside and linked into place: no reader sees half a key, and of two writers one wins for both. */
async function createKeyFile(path: string, randomBytes: RandomBytes): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(path, { masterKey: randomBytes(keyBytes) }, randomBytes);
  await link(draft, path)
    .catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    })
    .finally(() => rm(draft, { force: true }));
  return readFile(path, 'utf8');
}

async function replaceKeyFile(path: string, keys: MasterKeys, randomBytes: RandomBytes): Promise<void> {
  try {
    await rename(await writeDraft(path, keys, randomBytes), path);
  } catch (cause) {
    throw new StoreError('STORE_001', { path }, { cause });
  }
}

/** @returns the path of a file that survives a power cut and that nobody reads yet */
async function writeDraft(
  path: string,
  { masterKey, olderKeys = [] }: MasterKeys,
  randomBytes: RandomBytes,
): Promise<string> {
  const draft = `${path}.${Buffer.from(randomBytes(8)).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    for (const key of [masterKey, ...olderKeys]) {
      await file.writeFile(`${Buffer.from(key).toString('base64')}\n`);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
