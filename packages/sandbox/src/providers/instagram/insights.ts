import { seededBytes } from '../../seeded.js';
import type { Media } from './account.js';
import { graphErrors, refuseGraph, refuseParameter } from './graph-error.js';
import { readSandboxWords } from './sandbox-words.js';

/** Share of the reach each metric comes to in the long run. */
const shares: Readonly<Record<string, number>> = {
  reach: 1,
  views: 1.6,
  likes: 0.08,
  comments: 0.012,
  saved: 0.02,
  shares: 0.009,
  total_interactions: 0.121,
};
/** Real data may lag up to 48 hours; here the first hour has none. */
const lagMs = 3_600_000;
/** After this long two thirds of the reach are there. */
const growthMs = 3 * 86_400_000;

/** What has been reached by an instant; it grows and never falls. */
function toReach(seed: string, { id, publishedAt }: Media, at: Date): number {
  const final = 300 + (seededBytes(seed, 'reach', id).readUInt16BE(0) % 2_700);
  return final * (1 - Math.exp(-(at.getTime() - publishedAt.getTime()) / growthMs));
}

/** Rows of the asked metrics; none at all while there is no data, as Meta does. */
export function createInsights(
  seed: string,
  media: Media,
  metrics: readonly string[],
  at: Date,
): readonly unknown[] {
  const unknown = metrics.filter((metric) => !Object.hasOwn(shares, metric));
  if (metrics.length === 0 || unknown.length > 0) {
    refuseParameter(`metric must be one of: ${Object.keys(shares).join(', ')}`);
  }
  if (readSandboxWords(media.caption).isScarce) {
    refuseGraph(graphErrors.fewViewers);
  }
  if (at.getTime() - media.publishedAt.getTime() < lagMs) {
    return [];
  }
  const reach = toReach(seed, media, at);
  return metrics.map((name) => ({
    name,
    period: 'lifetime',
    values: [{ value: Math.floor(reach * (shares[name] ?? 0)) }],
    title: name,
    description: 'Made up by the sandbox.',
    id: `${media.id}/insights/${name}/lifetime`,
  }));
}
