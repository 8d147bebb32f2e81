import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

const forTests = /[.]test[.]|__fixtures__|[.]tsbuildinfo$/;

/** What is wrong with the files a package ships: tests among them, or an import that fails at a customer's. */
export function problemsOf(name, paths) {
  const folder = new URL(`../${name.replace('@kt-event/', 'packages/')}/`, import.meta.url);
  const { exports, bin, dependencies, peerDependencies } = JSON.parse(
    readFileSync(new URL('package.json', folder)),
  );
  const declared = new Set([...Object.keys({ ...dependencies, ...peerDependencies }), ...builtinModules]);
  const shipped = new Set(paths);
  const { reached, packages } = reachedFrom(entriesOf({ exports, bin }), folder);
  return [
    ...(shipped.has('LICENSE') ? [] : ['no LICENSE']),
    ...paths.filter((path) => forTests.test(path)).map((path) => `${path} is for tests`),
    ...[...reached].filter((path) => !shipped.has(path)).map((path) => `${path} is needed and not shipped`),
    ...[...packages]
      .filter((used) => !declared.has(used))
      .map((used) => `${used} is needed and not declared`),
  ];
}

/** Every path in `exports` and `bin`, under whatever condition. */
function entriesOf(value) {
  return typeof value === 'string' ? [posix.normalize(value)] : Object.values(value ?? {}).flatMap(entriesOf);
}

/** The files that are run when a customer imports the entries, and the packages they import. */
function reachedFrom(entries, folder) {
  const reached = new Set(entries);
  const packages = new Set();
  for (const path of reached) {
    if (!path.endsWith('.js')) continue;
    for (const { fileName } of ts.preProcessFile(readFileSync(new URL(path, folder), 'utf8')).importedFiles) {
      if (fileName.startsWith('.')) reached.add(posix.join(posix.dirname(path), fileName));
      else packages.add(packageOf(fileName));
    }
  }
  return { reached, packages };
}

function packageOf(specifier) {
  const parts = specifier.replace(/^node:/, '').split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
