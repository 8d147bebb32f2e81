import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError, UserError } from '../errors/index.js';
import type { RandomBytes } from './random-bytes.js';

const keyBytes = 32;

export interface MasterKeyOptions {
  /** The key itself, when the caller has it from elsewhere; then no file is touched. */
  readonly bytes?: Uint8Array | undefined;
  /** File that holds it otherwise: made at first use, readable by its owner only. Keep a copy apart from the store. */
  readonly path: string;
  readonly randomBytes: RandomBytes;
}

/**
 * The key over all other keys, 32 bytes.
 *
 * @throws UserError `USER_001` for bytes of another length; StoreError `STORE_001` when the file cannot be read,
 * written or understood.
 */
export async function openMasterKey({ bytes, path, randomBytes }: MasterKeyOptions): Promise<Uint8Array> {
  if (bytes) return checkGiven(bytes);
  try {
    const text = (await readKeyFile(path)) ?? (await createKeyFile(path, randomBytes));
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length === keyBytes) return key;
  } catch (cause) {
    throw new StoreError('STORE_001', { path }, { cause });
  }
  throw new StoreError('STORE_001', { path });
}

function checkGiven(bytes: Uint8Array): Uint8Array {
  if (bytes.length === keyBytes) return bytes;
  const message = { ko: `${keyBytes}바이트여야 합니다`, en: `must be ${keyBytes} bytes` };
  throw new UserError('USER_001', { what: 'master key' }, { issues: [{ path: ['masterKey'], message }] });
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
  const draft = `${path}.${Buffer.from(randomBytes(8)).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${Buffer.from(randomBytes(keyBytes)).toString('base64')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
