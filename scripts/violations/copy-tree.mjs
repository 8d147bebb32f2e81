import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const left = new Set(['.git', 'dist', 'docs', 'assets']);

/** A copy of the sources to plant violations in: the packages link to each other, third parties to the real tree. */
export function copyTree(root) {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'kt-event-violations-')));
  const modules = join(root, 'node_modules');
  cpSync(root, tree, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== modules && !left.has(basename(path)),
  });
  symlinkSync(modules, join(tree, 'node_modules'));
  return tree;
}

export function plant(tree, path, source) {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}
