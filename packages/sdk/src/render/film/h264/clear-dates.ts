/** Boxes that hold others on the way to the dated ones, and the dated ones (ISO/IEC 14496-12 §8). */
const holders = new Set(['moov', 'trak', 'mdia']);
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Takes the times at which it was made out of an MP4, so that the same pictures give the same bytes. Writes into `file`. */
export function clearDates(file: Uint8Array): Uint8Array {
  clear(file, 0, file.length);
  return file;
}

function clear(file: Uint8Array, start: number, end: number): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = start;
  while (at + 8 <= end) {
    const size = view.getUint32(at);
    if (size < 8) return; // a size that takes eight bytes is that of the pictures, which come last
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (holders.has(type)) clear(file, at + 8, at + size);
    // version 0 with four bytes for each of the two times, version 1 with eight
    if (dated.has(type)) file.fill(0, at + 12, at + (file[at + 8] === 1 ? 28 : 20));
    at += size;
  }
}
