// `npm run bench -- NAME --json`: the subject against a baseline, both in the same run, medians over several rounds.
// It measures and judges nothing: machines are noisy.
import { parseArgs } from 'node:util';
import { breaker } from './benches/breaker.mjs';
import { bulk } from './benches/bulk.mjs';
import { coldStart } from './benches/cold-start.mjs';
import { draw } from './benches/draw.mjs';
import { entries } from './benches/entries.mjs';
import { entriesPostgres } from './benches/entries-postgres.mjs';
import { fanOut } from './benches/fan-out.mjs';
import { film } from './benches/film.mjs';
import { generate } from './benches/generate.mjs';
import { learning } from './benches/learning.mjs';
import { plan } from './benches/plan.mjs';
import { plans } from './benches/plans.mjs';
import { proofPage } from './benches/proof-page.mjs';

const benches = {
  'cold-start': coldStart,
  'fan-out': fanOut,
  breaker,
  entries,
  'entries-postgres': entriesPostgres,
  plan,
  'proof-page': proofPage,
  draw,
  film,
  generate,
  learning,
  plans,
  bulk,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
const bench = benches[name];
if (!bench) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--json]\n`);
  process.exit(2);
}
const result = { bench: name, ...(await bench()) };
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
