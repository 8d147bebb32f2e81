import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { findInFile } from './find-in-file.js';

/** As many bytes as are read at a time. */
const pieceBytes = 2 ** 18;

const freshFolder = temporaryFolders();

function fileOf(text: string): string {
  const path = join(freshFolder(), 'large.json');
  writeFileSync(path, text);
  return path;
}

it.each([
  ['at the start', 0],
  ['across two pieces', pieceBytes - 3],
  ['where the second begins', pieceBytes],
  ['across two later ones', 2 * pieceBytes - 9],
  ['far behind', 5 * pieceBytes + 77],
])('finds what stands %s', (_where, before) => {
  const path = fileOf(`${'·'.repeat(before / 2)}${' '.repeat(before % 2)}"coffee": 커피${'·'.repeat(99)}`);

  expect(findInFile(path, '"coffee":', 16)).toBe('"coffee": 커피');
});

it('finds nothing where there is none, at the end of a file of whole pieces as well', () => {
  expect(findInFile(fileOf(' '.repeat(2 * pieceBytes)), '"tea":', 10)).toBe('');
  expect(findInFile(fileOf(''), '"tea":', 10)).toBe('');
});

it('ends with the file', () => {
  expect(findInFile(fileOf('"tea": 1'), '"tea":', 100)).toBe('"tea": 1');
});
