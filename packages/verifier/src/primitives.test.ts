import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, fromText, toHex } from './bytes.js';
import { portable, primitivesOf, type Subtle, webCrypto } from './primitives.js';

/** A browser of before 2025: WebCrypto without Ed25519. */
const withoutEd25519: Subtle = {
  digest: (...args) => crypto.subtle.digest(...args),
  sign: (...args) => crypto.subtle.sign(...args),
  verify: (...args) => crypto.subtle.verify(...args),
  importKey: async (format, bytes, algorithm, ...rest) => {
    if (algorithm === 'Ed25519') throw new DOMException('unknown algorithm', 'NotSupportedError');
    return crypto.subtle.importKey(format, bytes, algorithm, ...rest);
  },
};

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = fromHex(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'));
const message = fromText('추첨 약속');
const signature = Uint8Array.from(sign(null, message, privateKey));

describe.each([
  ['this browser', webCrypto(crypto.subtle)],
  ['a browser without Ed25519', webCrypto(withoutEd25519)],
  ['a page that is denied WebCrypto', portable],
])('the cryptography of %s', (_name, { sha256, hmacSha256, isSigned, isRoundSigned }) => {
  it('is that of the standards', async () => {
    // FIPS 180-4 and RFC 4231, case 2.
    expect(toHex(await sha256(fromText('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(toHex(await (await hmacSha256(fromText('Jefe')))(fromText('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('takes a signature of this key for this message, and no other', async () => {
    const other = Uint8Array.from(signature, (byte, index) => (index === 5 ? byte ^ 1 : byte));

    expect(await isSigned(key, message, signature)).toBe(true);
    expect(await isSigned(key, fromText('추첨 약속!'), signature)).toBe(false);
    expect(await isSigned(key, message, other)).toBe(false);
    expect(await isSigned(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
  });

  it('refuses a round whose bytes are no points of the curve', () => {
    expect(isRoundSigned(new Uint8Array(96), new Uint8Array(32), new Uint8Array(48))).toBe(false);
  });
});

describe('primitivesOf', () => {
  it('takes what there is', () => {
    expect(primitivesOf({})).toBe(portable);
    expect(primitivesOf({ crypto: {} })).toBe(portable);
    expect(primitivesOf(globalThis)).not.toBe(portable);
  });
});
