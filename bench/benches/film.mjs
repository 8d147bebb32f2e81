import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';

const child = fileURLToPath(new URL('film-child.mjs', import.meta.url));
const rounds = 3;

/**
 * Processor time of a whole film, drawn, coded and packed, over that of the encoder alone when it is given every frame.
 * Targets: `frame` at most 1.3, `peakMb` at most 400.
 */
export async function film() {
  const samples = { film: [], raw: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.keys(samples)) samples[way].push(run(way));
  }
  const frameMs = (way) => median(samples[way].map((sample) => sample.frameMs));
  return {
    ratios: { frame: frameMs('film') / frameMs('raw') },
    subject: { frameMs: frameMs('film'), peakMb: Math.max(...samples.film.map(({ peakMb }) => peakMb)) },
    baseline: { frameMs: frameMs('raw') },
  };
}

function run(way) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, way], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${way} exited with ${status}: ${stderr.slice(-300)}`);
  return JSON.parse(stdout);
}
