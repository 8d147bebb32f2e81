import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { findExecutable } from './find-executable.js';

const makeFolder = temporaryFolders();

function folderWith(name: string, mode: number): string {
  const folder = makeFolder();
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), mode);
  return folder;
}

const pathOf = (...folders: readonly string[]) => folders.join(delimiter);

it('finds the first program of that name that may be run', () => {
  const [locked, first, second] = [
    folderWith('voice', 0o644),
    folderWith('voice', 0o755),
    folderWith('voice', 0o755),
  ];

  expect(findExecutable('voice', pathOf(makeFolder(), locked, first, second))).toBe(join(first, 'voice'));
});

it('takes no folder for a program', () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'voice'));

  expect(findExecutable('voice', folder)).toBeUndefined();
});

it('does not look where somebody happens to stand', () => {
  const folder = folderWith('voice', 0o755);

  expect(findExecutable('voice', pathOf('', '.', 'bin'))).toBeUndefined();
  expect(findExecutable('voice', '')).toBeUndefined();
  expect(findExecutable(join('..', 'voice'), folder)).toBeUndefined();
  expect(findExecutable('', folder)).toBeUndefined();
});

it('would notice a search that looks at names alone', () => {
  const byName = (name: string, path: string) => path.split(delimiter).map((folder) => join(folder, name))[0];
  const path = pathOf(folderWith('voice', 0o644), folderWith('voice', 0o755));

  expect(byName('voice', path)).not.toBe(findExecutable('voice', path));
});
