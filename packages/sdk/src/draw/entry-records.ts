import { UserError } from '../errors/index.js';
import type { DrawEntry } from '../schema/draw.js';

/** An entry as bytes, which is how its leaf is hashed: id 16, weight as u64, owner tag 32. */
export const recordBytes = 56;
const idBytes = 16;
const weightAt = 16;
const tagAt = 24;

const entryIdPattern = /^[0-9a-f]{32}$/;
const ownerTagPattern = /^[0-9a-f]{64}$/;
const mostWeight = 10_000;

/**
 * Records side by side, in the order of the entries. Millions pass here, so the checks are those of the schema
 * without its cost.
 *
 * @throws UserError `USER_001` for a malformed entry.
 */
export function toRecords(entries: readonly DrawEntry[]): Buffer {
  const records = Buffer.alloc(entries.length * recordBytes);
  entries.forEach(({ entryId, weight, ownerTag }, index) => {
    if (!entryIdPattern.test(entryId)) throw malformed(index, 'entryId');
    if (!isWeight(weight)) throw malformed(index, 'weight');
    if (!ownerTagPattern.test(ownerTag)) throw malformed(index, 'ownerTag');
    const start = index * recordBytes;
    records.write(entryId, start, 'hex');
    records.writeUInt32BE(weight, start + weightAt + 4);
    records.write(ownerTag, start + tagAt, 'hex');
  });
  return records;
}

export function readRecord(records: Buffer, index: number): DrawEntry {
  const start = index * recordBytes;
  return {
    entryId: idAt(records, index),
    weight: createRecordReader(records).weight(index),
    ownerTag: records.toString('hex', start + tagAt, start + recordBytes),
  };
}

export function idAt(records: Buffer, index: number): string {
  const start = index * recordBytes;
  return records.toString('hex', start, start + idBytes);
}

/** Checked reading, since a source of records is believed as little as a list of entries. */
export function createRecordReader(records: Buffer) {
  const view = new DataView(records.buffer, records.byteOffset, records.length);
  return {
    /** @throws UserError `USER_001` for a weight that no entry may have. */
    weight(index: number): number {
      const start = index * recordBytes + weightAt;
      const weight = view.getUint32(start + 4);
      if (view.getUint32(start) !== 0 || !isWeight(weight)) throw malformed(index, 'weight');
      return weight;
    },
    /** @throws UserError `USER_001` when the id does not come after the one before: out of order, or twice. */
    refuseDisorder(index: number): void {
      const step = index === 0 ? 1 : compareIds(view, (index - 1) * recordBytes, index * recordBytes);
      if (step < 0) throw malformed(index, 'entryId');
      if (step === 0) throw repeated(idAt(records, index));
    },
  };
}

/** Positive when the second id comes after the first, 0 when they are one. */
function compareIds(view: DataView, first: number, second: number): number {
  for (let word = 0; word < idBytes; word += 4) {
    const step = view.getUint32(second + word) - view.getUint32(first + word);
    if (step !== 0) return step;
  }
  return 0;
}

export function repeated(entryId: string): UserError {
  const message = { ko: '같은 응모가 두 번 있습니다', en: 'An entry is listed twice' };
  return new UserError(
    'USER_001',
    { what: 'entries' },
    { issues: [{ path: [entryId, 'entryId'], message }] },
  );
}

const isWeight = (weight: number): boolean => Number.isInteger(weight) && weight >= 1 && weight <= mostWeight;

function malformed(index: number, field: keyof DrawEntry): UserError {
  const message = { ko: '추첨 명단에 쓸 수 없는 값입니다', en: 'is not a value for the list of a draw' };
  return new UserError('USER_001', { what: 'entries' }, { issues: [{ path: [index, field], message }] });
}
