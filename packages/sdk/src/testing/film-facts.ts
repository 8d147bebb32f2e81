import type { AskFfmpeg } from './describe-with-ffmpeg.js';

/** A hash of every frame, as another decoder shows it. */
export function frameHashes(ask: AskFfmpeg, film: Uint8Array): string[] {
  const { stdout } = ask('ffmpeg', '-v error -i - -f framemd5 -', film);
  return stdout
    .toString()
    .split('\n')
    .flatMap((line) => (/^\d/.test(line) ? [line.split(',').at(-1) ?? ''] : []));
}

interface FilmBox {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Boxes of the file, in order. */
export function boxesOf(film: Uint8Array): FilmBox[] {
  const view = Buffer.from(film);
  const found: FilmBox[] = [];
  for (let at = 0; at + 8 <= view.length; ) {
    const size = view.readUInt32BE(at) || view.length;
    found.push({ name: view.toString('latin1', at + 4, at + 8), bytes: view.subarray(at + 8, at + size) });
    at += size;
  }
  return found;
}
