/** Bytes of an entry as the draw reads them: id 16, weight as u64, owner tag 32. */
export const recordBytes = 56;

/** Ids of entry no. `k` begin with `k`, so that they ascend and one is found by its id; the rest only looks random. */
export function madeRecords(from, count) {
  const records = Buffer.alloc(count * recordBytes);
  const view = new DataView(records.buffer, records.byteOffset);
  for (let index = 0; index < count; index += 1) {
    const no = from + index;
    const start = index * recordBytes;
    view.setUint32(start, no);
    for (let word = 4; word < recordBytes; word += 4)
      view.setUint32(start + word, Math.imul(no + word, 2_654_435_761) >>> 0);
    view.setUint32(start + 16, 0);
    view.setUint32(start + 20, 1 + (no % 3));
  }
  return records;
}

const numberOf = (entryId) => Number.parseInt(entryId.slice(0, 8), 16);

/** Entries that lie in memory. */
export function sourceOfRecords(records) {
  return {
    async read(after, limit) {
      const start = after === undefined ? 0 : numberOf(after) + 1;
      return records.subarray(start * recordBytes, (start + limit) * recordBytes);
    },
  };
}

/** Entries that are made as they are read: what is measured is the memory of the draw and not theirs. */
export function madeSource(count) {
  return {
    async read(after, limit) {
      const start = after === undefined ? 0 : numberOf(after) + 1;
      return madeRecords(start, Math.min(limit, count - start));
    },
  };
}
