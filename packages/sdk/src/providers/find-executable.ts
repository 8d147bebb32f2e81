import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, isAbsolute, join } from 'node:path';

/**
 * Finds a program in the folders of a `PATH`, the first one first. Relative folders are passed over, the empty one too:
 * what is run must not depend on where somebody stands.
 *
 * @param name - Without a folder.
 * @returns its absolute path, or nothing when no folder holds a file of that name that may be run.
 */
export function findExecutable(name: string, pathVariable: string): string | undefined {
  if (name === '' || basename(name) !== name) return undefined;
  return pathVariable
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile(); // a folder may be "executed" as well: that is how it is entered
  } catch {
    return false;
  }
}
