import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from './random-bytes.js';

/** Random names that we give to browsers, so that requests of one can be counted. They say nothing about it. */
export interface DeviceTokens {
  issue(): string;
  /** @returns the name in it; `undefined` for a token that is not ours */
  read(token: string | undefined): string | undefined;
}

/** Signed, so that a program cannot make up a new device for each request; it has to ask for each. */
export function createDeviceTokens(key: Uint8Array, randomBytes: RandomBytes): DeviceTokens {
  const sign = (name: string) =>
    createHmac('sha256', key).update(`kt-device/1\0${name}`).digest().subarray(0, 16).toString('base64url');

  return {
    issue() {
      const name = Buffer.from(randomBytes(16)).toString('base64url');
      return `${name}.${sign(name)}`;
    },
    read(token = '') {
      const [name = '', signature = '', ...more] = token.split('.');
      if (!/^[\w-]{22}$/.test(name) || more.length > 0) return undefined;
      const expected = Buffer.from(sign(name));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected) ? name : undefined;
    },
  };
}
