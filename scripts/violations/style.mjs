import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { plant } from './copy-tree.mjs';
import { plantedStyle } from './planted-style.mjs';
import { run } from './run-tool.mjs';

const folder = 'packages/sdk/src/planted-style';
const innocent = 'innocent code passes';

/** Every rule that `biome.jsonc` sets, and those of its preset that people turn off first. */
export async function style(tree) {
  const plants = { ...plantedStyle, [innocent]: { 'innocent.ts': 'export const a = 1;\n' } };
  for (const [name, source] of Object.values(plants).flatMap(Object.entries)) {
    plant(tree, `${folder}/${name}`, source);
  }
  const args = [
    'ci',
    '--error-on-warnings',
    '--colors=off',
    '--reporter=json',
    '--max-diagnostics=none',
    folder,
  ];
  const { diagnostics } = JSON.parse(await run('biome', args, tree));
  const rulesAt = (name) =>
    diagnostics
      .filter(
        ({ location, severity }) =>
          location.path.endsWith(`/${name}`) && ['error', 'warning'].includes(severity),
      )
      .map(({ category }) => category.split('/').at(-1));
  const rules = new Set([...configuredRules(tree), ...Object.keys(plants)]);
  return Array.from(rules, (rule) => {
    const names = Object.keys(plants[rule] ?? {});
    const missed = names.filter((name) =>
      rule === innocent ? rulesAt(name).length > 0 : !rulesAt(name).includes(rule),
    );
    return { rule, planted: names.length, missed: missed.map((name) => `${name}: ${rulesAt(name)}`) };
  });
}

function configuredRules(tree) {
  const { config } = ts.parseConfigFileTextToJson('', readFileSync(join(tree, 'biome.jsonc'), 'utf8'));
  return Object.values(config.linter.rules)
    .filter((group) => typeof group === 'object')
    .flatMap((group) => Object.keys(group).filter((rule) => group[rule] !== 'off'));
}
