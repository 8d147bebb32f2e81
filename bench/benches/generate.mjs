// The creatives of one campaign without any model: three pictures in five sizes, paper as PNG and PDF, and a reel.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';
import { browserMs } from './generate-browser.mjs';

const child = fileURLToPath(new URL('generate-child.mjs', import.meta.url));
const rounds = 3;
const campaigns = 100;
/** Of a single thread, whose rate is taken from fewer: it does not change. */
const campaignsOfOne = 10;

/**
 * `raw`: processor time over that of the encoders alone for the same pixels, at most 1.3. `chromium`: how much longer a
 * headless browser takes for the same pages, at least 3. `scaling`: a hundred campaigns, every tenth with a film, over
 * what each processor would make alone, at least 0.9. `flat`: memory of the second fifty over that of the first.
 * Targets of one campaign: 15 s on two processors, `peakMb` at most 400.
 */
export async function generate() {
  const samples = { campaign: [], raw: [], pictures: [] };
  const browser = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.keys(samples)) samples[way].push(run(way));
    browser.push(await browserMs());
  }
  const middle = (way, figure) => median(samples[way].map((sample) => sample[figure]));
  const cores = availableParallelism();
  const [many, alone] = [run('many', campaigns), run('many', campaignsOfOne, 1)];
  const rateOf = (count, { wallMs }) => count / wallMs;
  return {
    ratios: {
      raw: middle('campaign', 'cpuMs') / middle('raw', 'cpuMs'),
      chromium: median(browser) / middle('pictures', 'wallMs'),
      scaling: rateOf(campaigns, many) / (cores * rateOf(campaignsOfOne, alone)),
      flat: many.secondHalfMb / many.firstHalfMb,
    },
    subject: {
      wallMs: middle('campaign', 'wallMs'),
      cpuMs: middle('campaign', 'cpuMs'),
      peakMb: Math.max(...samples.campaign.map(({ peakMb }) => peakMb)),
      picturesMs: middle('pictures', 'wallMs'),
      many,
    },
    baseline: { rawMs: middle('raw', 'cpuMs'), chromiumMs: median(browser), alone },
    cores,
  };
}

function run(way, ...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, way, ...options.map(String)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${way} exited with ${status}: ${stderr.slice(-300)}`);
  return JSON.parse(stdout);
}
