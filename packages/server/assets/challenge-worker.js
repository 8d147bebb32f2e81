// Looks for the number of a challenge: ALTCHA's proof of work, version 2, with PBKDF2 and SHA-256.

/** Tries under way at once: enough that the browser's own threads never wait for us. */
const atOnce = 8;

const toBytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function keyOf({ nonce, salt, cost, keyLength }, counter) {
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', salt, iterations: cost, hash: 'SHA-256' };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(derivation, key, keyLength * 8)));
}

async function search({ nonce, salt, keyPrefix, ...parameters }) {
  const work = { ...parameters, nonce: toBytes(nonce), salt: toBytes(salt) };
  for (let first = 0; ; first += atOnce) {
    const counters = Array.from({ length: atOnce }, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => keyOf(work, counter)));
    const found = keys.findIndex((key) => key.startsWith(keyPrefix));
    if (found >= 0) return { counter: first + found, derivedKey: keys[found] };
    self.postMessage({ tried: first + atOnce });
  }
}

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ solution: await search(data.parameters) });
  } catch (error) {
    self.postMessage({ failure: String(error) });
  }
};
