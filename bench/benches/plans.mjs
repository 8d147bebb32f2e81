// One offline plan, of 960 for every trade, objective and season, against reading a hundredth of the knowledge base: what
// a machine takes for a plan depends on the machine, what it takes beside reading files less so.

import { everyPlan } from '../../packages/sdk/dist/plan/__fixtures__/every-plan.js';
import { openKnowledge } from '../../packages/sdk/dist/plan/knowledge.js';
import { plan } from '../../packages/sdk/dist/plan/plan.js';
import { median } from '../measure.mjs';

const rounds = 3;

export async function plans() {
  const readings = [];
  const times = [];
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now();
    const knowledge = await openKnowledge();
    const readMs = performance.now() - startedAt;
    const own = everyPlan(knowledge).map(({ brief, today }) => {
      const begunAt = performance.now();
      plan({ brief, today, insights: [], rehearsal: false }, { knowledge });
      return performance.now() - begunAt;
    });
    if (round === 0) continue; // the first round compiles
    readings.push(readMs);
    times.push(...own);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    plans: sorted.length,
    medianMs: median(times),
    p99Ms: sorted[Math.floor(sorted.length * 0.99)],
    slowestMs: sorted.at(-1),
    readKnowledgeMs: median(readings),
    ratio: median(times) / median(readings),
  };
}
