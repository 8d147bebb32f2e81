// The one check. Quiet where all is well; stops at the first failure and shows what the tool said.
import { spawnSync } from 'node:child_process';

const quiet = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };

// Guards that take seconds first, tests last.
const steps = {
  types: () => spawnSync('tsc', ['-b'], quiet),
  style: () => spawnSync('biome', ['ci', '--error-on-warnings', '.'], quiet),
  architecture: () => spawnSync('node', ['scripts/check-architecture.mjs'], quiet),
  'dead code': () => spawnSync('knip', [], quiet),
  'guards awake': () => spawnSync('node', ['scripts/plant-violations.mjs'], quiet),
  licences: () => spawnSync('node', ['scripts/check-licences.mjs'], quiet),
  packages: () => spawnSync('node', ['scripts/check-packages.mjs'], quiet),
  readme: () => spawnSync('node', ['scripts/check-readme.mjs'], quiet),
  tests: () => spawnSync('vitest', ['run'], { stdio: 'inherit' }),
  'kill -9 while publishing': () => torture('distribute', '--kills', '60', '--seed', '7'),
};

function torture(...words) {
  return spawnSync('node', ['bench/torture.mjs', ...words, '--json'], quiet);
}

for (const [name, run] of Object.entries(steps)) {
  const startedAt = performance.now();
  const { status, stdout, stderr, error } = run();
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (status !== 0) process.stdout.write(`${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${name} (${seconds} s)\n`);
  if (status !== 0) process.exit(status ?? 1);
}
