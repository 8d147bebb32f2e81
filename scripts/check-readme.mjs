// The example in the READMEs is the compiled file, and it runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const example = readFileSync('examples/plan-a-campaign.ts', 'utf8').trim();
const stale = ['README.md', 'README.ko.md'].filter((path) => !readFileSync(path, 'utf8').includes(example));
for (const path of stale)
  process.stderr.write(`${path} does not show examples/plan-a-campaign.ts as it is\n`);

const folder = mkdtempSync(join(tmpdir(), 'kt-event-readme-'));
const runs = ['plan-a-campaign', 'durable-runs'].map((name) => {
  const { status, stderr } = spawnSync(process.execPath, [resolve(`examples/dist/${name}.js`)], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`examples/${name}.ts failed: ${stderr}\n`);
  return status === 0;
});
rmSync(folder, { recursive: true });
process.exit(stale.length === 0 && runs.every(Boolean) ? 0 : 1);
