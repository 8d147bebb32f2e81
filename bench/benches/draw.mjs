import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { drawRounds } from './draw-run.mjs';

/** What the memory is measured on, in a process of its own. */
const many = 10_000_000;
const child = fileURLToPath(new URL('./draw-child.mjs', import.meta.url));

/**
 * A million entries committed and drawn (a winner for every 10,000 and a tenth in reserve; the transcript is verified before it leaves), over
 * hashing that many leaves and keeping the hashes; and the memory that ten million take. Targets: at most 2.5 times
 * as long, at most 512 MB. The randomness is an operator's secret: checking a round of drand takes the same time
 * however many entries there are, and is told apart.
 */
export async function draw() {
  const { subjectMs, hashingMs, drandMs, rounds, entries, winners } = await drawRounds();
  const large = JSON.parse(run([child, String(many)]));
  return {
    ratios: { hashing: subjectMs / hashingMs },
    subject: { commitAndDrawMs: subjectMs, drandMs },
    baseline: { hashingMs },
    large,
    samples: { rounds, entries, winners },
  };
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
