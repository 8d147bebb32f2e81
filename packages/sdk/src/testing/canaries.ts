import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellingsOf } from './canary-spellings.js';

/** Secrets that must not be seen anywhere, by names that may. */
export type Canaries = Readonly<Record<string, string | Uint8Array>>;

/** Names what it finds in bytes or in text: `phone of 0 (base64)`, each once, sorted. Never the secret itself. */
export type CanaryScanner = (where: Uint8Array | string) => string[];

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Looks once through what it is given, however many secrets there are. */
export function createCanaryScanner(canaries: Canaries): CanaryScanner {
  const byStart = needlesOf(canaries);
  const mayStart = startTable(byStart.keys());

  return (where) => {
    const bytes = Buffer.from(where);
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (mayStart[bytes.readUInt16BE(at)] === 0) continue;
      for (const name of startingAt(bytes, at, byStart)) found.add(name);
    }
    return [...found].sort();
  };
}

/** By their first four bytes. */
function needlesOf(canaries: Canaries): ReadonlyMap<number, readonly Needle[]> {
  const byStart = new Map<number, Needle[]>();
  for (const [name, secret] of Object.entries(canaries)) {
    for (const { name: spelling, bytes } of spellingsOf(secret)) {
      const start = bytes.readUInt32BE(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { name: `${name} (${spelling})`, bytes }]);
    }
  }
  return byStart;
}

function startingAt(bytes: Buffer, at: number, byStart: ReadonlyMap<number, readonly Needle[]>): string[] {
  const needles = byStart.get(bytes.readUInt32BE(at)) ?? [];
  return needles
    .filter((needle) => needle.bytes.equals(bytes.subarray(at, at + needle.bytes.length)))
    .map(({ name }) => name);
}

/** By the first two bytes: most places of a file can be passed over with one look. */
function startTable(starts: Iterable<number>): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  for (const start of starts) table[start >>> 16] = 1;
  return table;
}

/** {@link createCanaryScanner} for one look. */
export function findCanaries(where: Uint8Array | string, canaries: Canaries): string[] {
  return createCanaryScanner(canaries)(where);
}

/** Every file of a folder, hidden ones and names included: `kt-event.db-wal: phone of 0 (plain)`. */
export function scanFolder(folder: string, scan: CanaryScanner): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const inside = entry.isFile() ? scan(readFileSync(path)) : [];
    const shown = path.slice(folder.length + 1);
    return [...scan(entry.name), ...inside].map((found) => `${shown}: ${found}`);
  });
}

/** A Korean mobile number, `01012345678`, as programs write it. What begins with `+` contains the one without. */
export function phoneCanaries(name: string, phone: string): Record<string, string> {
  const national = phone.slice(1);
  const dashed = phone.replace(/^(\d{3})(\d+)(\d{4})$/, '$1-$2-$3');
  return {
    [`${name}, national`]: phone,
    [`${name}, with dashes`]: dashed,
    [`${name}, international`]: `82${national}`,
    [`${name}, with spaces`]: `82 ${dashed.slice(1).replaceAll('-', ' ')}`,
    [`${name}, with code and dashes`]: `82-${dashed.slice(1)}`,
    [`${name}, dotted`]: dashed.replaceAll('-', '.'),
  };
}
