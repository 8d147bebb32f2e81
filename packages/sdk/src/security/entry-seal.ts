import { StoreError } from '../errors/index.js';
import { seal, unseal } from './envelope.js';
import type { RandomBytes } from './random-bytes.js';

/** Who an entry is from, in clear. */
export interface Person {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  /** 16 random bytes, hex. */
  readonly salt: string;
}

/** The same, as the store holds it. */
export interface SealedPerson {
  readonly sealedName: string;
  readonly sealedPhone: string;
  readonly sealedSalt: string;
}

/** The row a person is sealed into: what is sealed opens in no other. */
export interface SealedRow {
  readonly id: string;
  readonly campaignId: string;
  readonly keyVersion: number;
}

export function sealPerson(
  person: Person,
  row: SealedRow,
  { dataKey, randomBytes }: { readonly dataKey: Uint8Array; readonly randomBytes: RandomBytes },
): SealedPerson {
  const sealColumn = (column: keyof Person) =>
    seal(dataKey, Buffer.from(person[column], 'utf8'), { place: placeOf(row, column), randomBytes });
  return {
    sealedName: sealColumn('name'),
    sealedPhone: sealColumn('phone'),
    sealedSalt: sealColumn('salt'),
  };
}

/** @throws StoreError `STORE_002` when the data key is another, or was destroyed and made anew. */
export function openPerson(entry: SealedPerson & SealedRow, dataKey: Uint8Array): Person {
  const open = (sealed: string, column: keyof Person) =>
    unseal(dataKey, sealed, placeOf(entry, column)).toString('utf8');
  return {
    name: open(entry.sealedName, 'name'),
    phone: open(entry.sealedPhone, 'phone'),
    salt: open(entry.sealedSalt, 'salt'),
  };
}

/**
 * Opens an entry by the data key that it was sealed with.
 *
 * @throws StoreError `STORE_002` when that key was destroyed, or the person was erased
 */
export function openEntry(
  entry: SealedPerson & SealedRow,
  { dataKeys }: { readonly dataKeys: ReadonlyMap<number, Uint8Array> },
): Person {
  const key = dataKeys.get(entry.keyVersion);
  if (!key) throw new StoreError('STORE_002', { what: 'data key' });
  return openPerson(entry, key);
}

function placeOf({ campaignId, id, keyVersion }: SealedRow, column: keyof Person) {
  return [campaignId, id, column, keyVersion];
}
