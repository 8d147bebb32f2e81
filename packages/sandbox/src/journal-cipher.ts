import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface JournalCipher {
  seal(text: string): string;
  unseal(sealed: string): string;
}

function readOrWriteKey(path: string): Buffer {
  if (existsSync(path)) {
    return readFileSync(path);
  }
  const key = randomBytes(32);
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, key);
  fsyncSync(file);
  closeSync(file);
  return key;
}

/**
 * Bodies hold phone numbers and names of a rehearsal, and no file may hold those in clear:
 * AES-256-GCM under a random key kept beside the journal, readable by its owner alone.
 */
export function openJournalCipher(keyPath: string): JournalCipher {
  const key = readOrWriteKey(keyPath);
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    unseal(text) {
      const bytes = Buffer.from(text, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
