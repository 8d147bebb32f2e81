import type { DrawEntry } from '../schema/draw.js';
import { fromHex, sha256, tag, u32, u64 } from './bytes.js';

/** Hashes the entries of one event to leaves of its tree. */
export function createLeafHash(eventId: string): (entry: DrawEntry) => Buffer {
  const prefix = Buffer.concat([
    Buffer.of(0x00),
    tag('leaf'),
    u32(eventId.length),
    Buffer.from(eventId, 'ascii'),
  ]);
  return ({ entryId, weight, ownerTag }) => sha256(prefix, fromHex(entryId), u64(weight), fromHex(ownerTag));
}
