import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Vitest asks once for each project and once for all of them; to see that nothing has changed takes two seconds. */
export function setup({ name, config: { root } }) {
  if (name !== '') return;
  const { status } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('what the tests are about does not compile');
}
