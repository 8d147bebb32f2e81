import { spawnSync } from 'node:child_process';

/** Whole-process wall time of each command in turn, A B C A B C …, so that a slow moment of the machine hits all. */
export function measureProcesses(commands, rounds) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, [command, ...args]] of Object.entries(commands)) {
      const startedAt = performance.now();
      const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      if (status !== 0) throw new Error(`${name} exited with ${status}: ${stderr}`);
      if (round > 0) samples[name].push(performance.now() - startedAt); // the first round warms the disk cache
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, median(times)]));
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
