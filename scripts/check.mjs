// The one check: types, style, architecture, dead code, packages, tests. Stops at the first failure.
import { spawnSync } from 'node:child_process';

const packages = ['sdk', 'cli', 'server', 'sandbox'];

const steps = [
  ['types', 'tsc', ['-b']],
  ['style', 'biome', ['ci', '--error-on-warnings', '.']],
  ['architecture', 'node', ['scripts/check-architecture.mjs']],
  ['dead code', 'knip', []],
  ...packages.map((name) => [`package ${name}`, 'publint', ['--strict', `packages/${name}`]]),
  ...packages.map((name) => [
    `types of ${name}`,
    'attw',
    ['--pack', `packages/${name}`, '--profile', 'esm-only'],
  ]),
  ['tests', 'vitest', ['run']],
];

for (const [name, command, args] of steps) {
  const startedAt = performance.now();
  const quiet = command === 'attw';
  const { status } = spawnSync(command, args, { stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit' });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${name} (${seconds} s)\n`);
  if (status !== 0) process.exit(status ?? 1);
}
