import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What another program reads in a picture of a QR code. @throws where zbarimg is not there, or reads nothing */
export function readCode(png: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kt-event-code-'));
  try {
    const path = join(folder, 'code.png');
    writeFileSync(path, png);
    const { stdout, error, status } = spawnSync('zbarimg', ['--raw', '-q', path], { encoding: 'utf8' });
    if (error ?? status !== 0) throw error ?? new Error('no code in the picture');
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Announced where it is not: the program is the package `zbar-tools` of Debian. */
export function hasCodeReader(): boolean {
  const isThere = spawnSync('zbarimg', ['--version']).status === 0;
  if (!isThere) process.stderr.write('left out, no zbarimg here: reading the QR codes of pages\n');
  return isThere;
}
