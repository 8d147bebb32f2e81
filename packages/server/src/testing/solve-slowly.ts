import { pbkdf2Sync } from 'node:crypto';
import type { Challenge } from '@kt-event/sdk';

/** Does what the browser's worker does, by other means. @returns the token that goes with the entry */
export async function solveSlowly(challenge: Challenge): Promise<string> {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const password = Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.alloc(4)]);
  for (let counter = 0; ; counter += 1) {
    password.writeUInt32BE(counter, 16);
    const key = pbkdf2Sync(password, Buffer.from(salt, 'hex'), cost, keyLength, 'sha256').toString('hex');
    if (!key.startsWith(keyPrefix)) continue;
    const solved = { challenge, solution: { counter, derivedKey: key } };
    return Buffer.from(JSON.stringify(solved)).toString('base64');
  }
}
