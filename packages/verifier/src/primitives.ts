import { bls12_381 } from '@noble/curves/bls12-381.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from './bytes.js';

/** All that the checks need of cryptography. */
export interface Primitives {
  sha256(bytes: Bytes): Promise<Bytes>;
  hmacSha256(key: Bytes): Promise<(bytes: Bytes) => Promise<Bytes>>;
  /** Ed25519. */
  isSigned(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean>;
  /** BLS12-381 as drand's quicknet signs: signatures on G1, keys on G2. No browser has it. */
  isRoundSigned(publicKey: Bytes, message: Bytes, signature: Bytes): boolean;
}

/** Hash-to-curve suite of the scheme `bls-unchained-g1-rfc9380` (RFC 9380). */
const suite = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

function isRoundSigned(publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  const { hash, verify } = bls12_381.shortSignatures;
  try {
    return verify(signature, hash(message, suite), publicKey);
  } catch {
    return false; // not a point of the curve
  }
}

/** For pages that a browser denies its own cryptography, such as those without https. */
export const portable: Primitives = {
  sha256: async (bytes) => Uint8Array.from(sha256(bytes)),
  hmacSha256: async (key) => async (bytes) => Uint8Array.from(hmac(sha256, key, bytes)),
  async isSigned(publicKey, message, signature) {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false; // not a point of the curve
    }
  },
  isRoundSigned,
};

/** What we ask of WebCrypto. */
export interface Subtle extends Pick<SubtleCrypto, 'digest' | 'sign' | 'verify'> {
  importKey(
    format: 'raw',
    bytes: Bytes,
    algorithm: HmacImportParams | 'Ed25519',
    extractable: boolean,
    usages: ('sign' | 'verify')[],
  ): Promise<CryptoKey>;
}

/** The browser's own cryptography. */
export function webCrypto(subtle: Subtle): Primitives {
  return {
    ...portable,
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
    async hmacSha256(rawKey) {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const key = await subtle.importKey('raw', rawKey, algorithm, false, ['sign']);
      return async (bytes) => new Uint8Array(await subtle.sign('HMAC', key, bytes));
    },
    async isSigned(publicKey, message, signature) {
      try {
        const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
        return await subtle.verify('Ed25519', key, signature, message);
      } catch {
        // Browsers of before 2025 do not know Ed25519, and none takes what is no point of the curve.
        return portable.isSigned(publicKey, message, signature);
      }
    },
  };
}

/** What this browser gives, else our own. */
export function primitivesOf({ crypto }: { readonly crypto?: Partial<Crypto> }): Primitives {
  return crypto?.subtle ? webCrypto(crypto.subtle) : portable;
}
