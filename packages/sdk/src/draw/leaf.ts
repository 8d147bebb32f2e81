import { hash } from 'node:crypto';
import type { DrawEntry } from '../schema/draw.js';
import { fromHex, sha256, tag, u32, u64 } from './bytes.js';
import { recordBytes } from './entry-records.js';

/** Hashes the entries of one event to leaves of its tree. */
export function createLeafHash(eventId: string): (entry: DrawEntry) => Buffer {
  const prefix = prefixOf(eventId);
  return ({ entryId, weight, ownerTag }) => sha256(prefix, fromHex(entryId), u64(weight), fromHex(ownerTag));
}

/**
 * The same from records, for millions: one message is filled again and again, and a hash comes as a string of 32
 * bytes, which costs a third of a buffer.
 */
export function createRecordHash(eventId: string): (records: Buffer, index: number) => string {
  const prefix = prefixOf(eventId);
  const message = Buffer.concat([prefix, Buffer.alloc(recordBytes)]);
  return (records, index) => {
    const start = index * recordBytes;
    for (let byte = 0; byte < recordBytes; byte += 1)
      message[prefix.length + byte] = records[start + byte] ?? 0;
    return hash('sha256', message, 'binary');
  };
}

function prefixOf(eventId: string): Buffer {
  return Buffer.concat([Buffer.of(0x00), tag('leaf'), u32(eventId.length), Buffer.from(eventId, 'ascii')]);
}
