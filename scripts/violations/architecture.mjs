import { createRequire } from 'node:module';
import { join } from 'node:path';
import { plant } from './copy-tree.mjs';
import { innocentImports, plantedImports } from './planted-imports.mjs';
import { run } from './run-tool.mjs';

const innocent = 'innocent imports pass';

/** Every rule of the import ladder, each seen to fire at the files that break it, alone. */
export async function architecture(tree) {
  const plants = { ...plantedImports, [innocent]: innocentImports };
  for (const [path, specifier] of Object.values(plants).flat()) plant(tree, path, importOf(specifier));

  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'examples'];
  const { summary } = JSON.parse(await run('depcruise', args, tree));
  const rulesAt = (path) => {
    const found = summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name);
    return [...new Set(found)].join();
  };
  const { forbidden } = createRequire(import.meta.url)(join(tree, '.dependency-cruiser.cjs'));
  const rules = new Set([...forbidden.map(({ name }) => name), ...Object.keys(plants)]);
  return Array.from(rules, (rule) => {
    const expected = rule === innocent ? '' : rule;
    const paths = (plants[rule] ?? []).map(([path]) => path);
    const missed = paths.filter((path) => rulesAt(path) !== expected);
    return { rule, planted: paths.length, missed: missed.map((path) => `${path}: ${rulesAt(path)}`) };
  });
}

/** Of types only: the harder one to see. */
function importOf(specifier) {
  return `import type * as planted from '${specifier}';\n\nexport type Planted = typeof planted;\n`;
}
