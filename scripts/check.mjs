// The one check. Quiet where all is well; stops after a round in which something failed, and shows what the tools said.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const quiet = { stdio: ['inherit', 'pipe', 'pipe'] };
const torture = ['bench/torture.mjs', 'distribute', '--kills', '12', '--seed', '7', '--json'];

// What takes seconds first, tests last. The steps of a round run beside each other.
const rounds = [
  { types: () => spawn('tsc', ['-b'], quiet) },
  {
    style: () => spawn('biome', ['ci', '--error-on-warnings', '.'], quiet),
    architecture: () => spawn('node', ['scripts/check-architecture.mjs'], quiet),
    'dead code': () => spawn('knip', [], quiet),
    licences: () => spawn('node', ['scripts/check-licences.mjs'], quiet),
    readme: () => spawn('node', ['scripts/check-readme.mjs'], quiet),
    packages: () => spawn('node', ['scripts/check-packages.mjs'], quiet),
    'guards awake': () => spawn('node', ['scripts/plant-violations.mjs'], quiet),
  },
  { tests: () => spawn('vitest', ['run'], { stdio: 'inherit' }) },
  { 'kill -9 while publishing': () => spawn('node', torture, quiet) },
];

/** @returns whether all is well, once what was said about it stands together. */
async function run([name, start]) {
  const startedAt = performance.now();
  const child = start();
  const said = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const [ending] = await once(child, 'close').catch((error) => [String(error)]);
  const isWell = ending === 0;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (!isWell) process.stdout.write(`${(await Promise.all(said)).join('')}${name} ended with ${ending}\n`);
  process.stdout.write(`${isWell ? '✔' : '✖'} ${name} (${seconds} s)\n`);
  return isWell;
}

for (const round of rounds) {
  const results = await Promise.all(Object.entries(round).map(run));
  if (results.includes(false)) process.exit(1);
}
