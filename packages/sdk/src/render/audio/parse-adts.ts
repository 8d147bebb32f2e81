import type { FilmSound } from '../film/film-sound.js';

const rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000];
const headBytes = 7;

/** Reads AAC frames that each tell what they are (ISO/IEC 14496-3, 1.A.3.2). Nothing when it is anything else. */
export function parseAdts(bytes: Uint8Array): FilmSound | undefined {
  const packets: Uint8Array[] = [];
  let at = 0;
  while (at + headBytes <= bytes.length) {
    const [first = 0, second = 0, , fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + headBytes);
    const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
    const start = at + ((second & 1) === 1 ? headBytes : headBytes + 2); // a check sum follows the head
    if (first !== 0xff || (second & 0xf6) !== 0xf0 || at + length > bytes.length || at + length <= start)
      return undefined;
    packets.push(bytes.slice(start, at + length));
    at += length;
  }
  const [, , third = 0, fourth = 0] = bytes;
  const sampleRateHz = rates[(third >> 2) & 15];
  if (packets.length === 0 || sampleRateHz === undefined || at !== bytes.length) return undefined;
  return { sampleRateHz, packets, description: configOf(third, fourth) };
}

/** Kind of object, rate and channels, five, four and four bits of them. */
function configOf(third: number, fourth: number): Uint8Array {
  const kind = (third >> 6) + 1;
  const rate = (third >> 2) & 15;
  const channels = ((third & 1) << 2) | (fourth >> 6);
  const bits = (kind << 11) | (rate << 7) | (channels << 3);
  return Uint8Array.of(bits >> 8, bits & 0xff);
}
