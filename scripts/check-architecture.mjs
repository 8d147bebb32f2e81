// The import ladder, and proof that its guard is awake: nothing read means nothing checked.
import { spawnSync } from 'node:child_process';

const { stdout, stderr, status } = spawnSync(
  'depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'examples'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (!stdout) {
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}
const { summary } = JSON.parse(stdout);
const leastModules = 200;
if (summary.totalCruised < leastModules) {
  process.stderr.write(`only ${summary.totalCruised} modules were read: the check is asleep\n`);
  process.exit(1);
}
for (const { rule, from, to } of summary.violations) {
  process.stderr.write(`${rule.severity} ${rule.name}: ${from} → ${to}\n`);
}
process.exit(summary.violations.some(({ rule }) => rule.severity === 'error') ? 1 : 0);
