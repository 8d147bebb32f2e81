import { createHmac, hash } from 'node:crypto';
import { drawProtocol } from '../schema/draw.js';

/** Separates the hashes of the protocol from one another and from those of any other system. */
export function tag(name: string): Buffer {
  return Buffer.from(`${drawProtocol} ${name}\0`, 'ascii');
}

/** Big-endian, 32 bits. */
export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Big-endian, 64 bits. */
export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}

export const fromHex = (hex: string): Buffer => Buffer.from(hex, 'hex');
