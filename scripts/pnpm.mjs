import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [version] = manifest.packageManager.split('+');

/** What the workspace's own version of pnpm answers. It need not be installed. */
export function askPnpm(args) {
  const { status, stdout, stderr } = spawnSync('npx', ['-y', version, ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`pnpm ${args.join(' ')} failed: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}
