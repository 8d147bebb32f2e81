import { createReadStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';

/** Files of the store. The shared-memory index is made anew by whoever opens it. */
const kept = ['kt-event.db', 'kt-event.db-wal'];

/**
 * Goes through a trace of system calls and keeps two images of the store's files: as the process sees them, and as a disk
 * without power would have them, which is what the last sync of each file left.
 */
export async function replayTrace({ log, folder, before, onAnswer }) {
  const disk = await openImage(before);
  const paths = new Map();
  const unfinished = new Map();
  for await (const line of createInterface({ input: createReadStream(log) })) {
    const call = parseCall(line, unfinished);
    if (!call) continue;
    apply(call, { disk, paths, folder });
    for (const entryId of answersIn(call, paths)) await onAnswer(entryId, disk);
  }
}

/** A call of one thread may be cut in two by those of others. */
function parseCall(line, unfinished) {
  const [, pid, rest] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
  if (rest === undefined) return undefined;
  if (rest.endsWith('<unfinished ...>')) {
    unfinished.set(pid, rest.slice(0, -'<unfinished ...>'.length));
    return undefined;
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
  const whole = resumed ? (unfinished.get(pid) ?? '') + resumed[1] : rest;
  const [, name, args, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? [];
  return name && Number(result) >= 0 ? { name, args, result: Number(result) } : undefined;
}

function apply({ name, args, result }, { disk, paths, folder }) {
  const [first = ''] = args.split(', ', 1);
  switch (name) {
    case 'openat': {
      const path = textOf(args).toString();
      if (path.startsWith(folder)) paths.set(result, basename(path));
      else paths.delete(result);
      return;
    }
    case 'close':
      paths.delete(Number(first));
      return;
    case 'pwrite64': {
      const offset = Number(args.slice(args.lastIndexOf(', ') + 2));
      disk.write(paths.get(Number(first)), textOf(args), offset);
      return;
    }
    case 'ftruncate':
      disk.truncate(paths.get(Number(first)), Number(args.split(', ')[1]));
      return;
    case 'fsync':
    case 'fdatasync':
      disk.sync(paths.get(Number(first)));
  }
}

/** Every byte of the first string of a call; the tracer writes them all as `\xNN`. */
function textOf(args) {
  const [, hex = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(args) ?? [];
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

/** The entries that are acknowledged by what goes out on a socket. */
function answersIn({ name, args }, paths) {
  if (name !== 'write' && name !== 'writev') return [];
  if (paths.has(Number(args.split(', ', 1)[0]))) return [];
  const sent = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([text]) => textOf(text)).join('');
  if (!sent.includes('HTTP/1.1 201')) return [];
  return [...sent.matchAll(/"entryId":"([0-9a-f]{32})"/g)].map(([, id]) => id);
}

async function openImage(before) {
  const seen = new Map();
  const synced = new Map();
  for (const name of kept) {
    if (!existsSync(`${before}/${name}`)) continue;
    const bytes = await readFile(`${before}/${name}`);
    seen.set(name, bytes);
    synced.set(name, bytes);
  }
  return {
    write(name, bytes, offset) {
      if (!kept.includes(name)) return;
      const old = seen.get(name) ?? Buffer.alloc(0);
      const file = Buffer.alloc(Math.max(old.length, offset + bytes.length));
      old.copy(file);
      bytes.copy(file, offset);
      seen.set(name, file);
    },
    truncate(name, length) {
      if (kept.includes(name)) seen.set(name, Buffer.from(seen.get(name)?.subarray(0, length) ?? []));
    },
    sync(name) {
      if (kept.includes(name)) synced.set(name, seen.get(name) ?? Buffer.alloc(0));
    },
    async save(folder) {
      for (const [name, bytes] of synced) await writeFile(`${folder}/${name}`, bytes);
    },
  };
}
