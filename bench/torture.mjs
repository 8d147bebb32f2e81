// `npm run torture -- NAME [--kills N] [--rounds N] [--seed S] --json`: breaks things on purpose and counts what went wrong.
// The control is the same with a seeded bug, and must show violations: otherwise the torture proves nothing.
import { parseArgs } from 'node:util';
import { distribute } from './tortures/distribute.mjs';
import { entries } from './tortures/entries.mjs';
import { faults } from './tortures/faults.mjs';
import { resume } from './tortures/resume.mjs';

const tortures = { resume, distribute, faults, entries };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    kills: { type: 'string', default: '5' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const [name = ''] = positionals;
const torture = tortures[name];
if (!torture) {
  process.stderr.write(
    `usage: npm run torture -- ${Object.keys(tortures).join(' | ')} [--kills N] [--rounds N] [--seed S] [--json]\n`,
  );
  process.exit(2);
}
const kills = Number(values.kills);
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const options = { kills, seed: Number(values.seed), rounds };
const result = { torture: name, kills, ...(await torture(options)) };
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
const broken = Object.values(result.violations).some((count) => count > 0);
const blind = Object.values(result.control).every((count) => count === 0);
process.exit(broken || blind ? 1 : 0);
