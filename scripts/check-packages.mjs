// Packs each package as it would be published, and judges the tarball: its manifest, its types, its files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPnpm } from './pnpm.mjs';
import { problemsOf } from './shipped-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kt-event-packages-'));
let failures = 0;

function expect(holds, complaint) {
  if (holds) return;
  failures += 1;
  process.stderr.write(`${complaint}\n`);
}

try {
  const args = ['--recursive', '--filter', './packages/*', 'pack', '--pack-destination', folder];
  for (const { name, filename, files } of askPnpm(args)) {
    const manifest = spawnSync('publint', ['--strict', filename], { encoding: 'utf8' });
    expect(manifest.status === 0, manifest.stdout);
    const types = spawnSync('attw', [filename, '--profile', 'esm-only'], { encoding: 'utf8' });
    expect(types.status === 0, types.stdout);
    const paths = files.map(({ path }) => path);
    for (const problem of problemsOf(name, paths)) expect(false, `${name}: ${problem}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
