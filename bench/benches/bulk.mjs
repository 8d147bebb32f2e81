// `kt-event bulk` with 300 rows against the same command with 1 row, each a process of its own: what another store costs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureProcesses } from '../measure.mjs';

const stores = 300;
const bin = new URL('../../packages/cli/dist/bin.js', import.meta.url).pathname;
const template = new URL('../../examples/bulk/template.yaml', import.meta.url).pathname;

export async function bulk() {
  const folder = mkdtempSync(join(tmpdir(), 'kt-event-bulk-'));
  try {
    const times = measureProcesses({ many: command(folder, stores), one: command(folder, 1) }, 2);
    return {
      stores,
      manyMs: times.many,
      oneMs: times.one,
      msPerStore: (times.many - times.one) / (stores - 1),
      ratio: times.many / times.one,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function command(folder, count) {
  const trades = ['카페', '빵집', '미용실', '꽃집', '네일숍', '음식점'];
  const lines = Array.from(
    { length: count },
    (_, index) => `s-${index},${index}호점,${trades[index % trades.length]}`,
  );
  const csv = join(folder, `${count}.csv`);
  writeFileSync(csv, ['매장번호,매장,업종', ...lines].join('\n'));
  const out = join(folder, `plans-${count}`);
  return [process.execPath, bin, 'bulk', template, csv, '--out', out, '--dir', folder, '--json'];
}
