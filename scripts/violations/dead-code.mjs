import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plant } from './copy-tree.mjs';
import { run } from './run-tool.mjs';

const used = 'packages/sdk/src/schema/plan.ts';
const unused = 'packages/sdk/src/schema/planted-dead.ts';
const manifest = 'packages/server/package.json';

/** For each kind of finding of knip: where it is planted, and what knip calls it there. */
const plants = {
  files: [unused, unused],
  exports: [used, 'plantedExport'],
  types: [used, 'PlantedType'],
  unlisted: [used, 'planted-unlisted'],
  unresolved: [used, './planted-nowhere.js'],
  dependencies: [manifest, 'planted-dependency'],
};

/** Every kind of dead code. Knip answers by file, each with its findings by kind. */
export async function deadCode(tree) {
  plant(tree, unused, 'export const a = 1;\n');
  plant(
    tree,
    used,
    `import 'planted-unlisted';\nimport './planted-nowhere.js';\n${readFileSync(join(tree, used), 'utf8')}
export const plantedExport = 1;\nexport type PlantedType = 1;\n`,
  );
  const { dependencies, ...rest } = JSON.parse(readFileSync(join(tree, manifest), 'utf8'));
  const planted = { ...rest, dependencies: { ...dependencies, 'planted-dependency': '1.0.0' } };
  plant(tree, manifest, JSON.stringify(planted));

  const { issues } = JSON.parse(await run('knip', ['--reporter', 'json'], tree));
  return Object.entries(plants).map(([rule, [file, name]]) => {
    const found = issues.find((issue) => issue.file === file)?.[rule] ?? [];
    return { rule, planted: 1, missed: found.some((finding) => finding.name === name) ? [] : [file] };
  });
}
