import { beliefFrom, type PercentRange, quantileOf } from '../rates/belief.js';
import type { Knowledge } from './knowledge.js';
import type { Prior } from './knowledge-schema.js';

/**
 * One way the rates might truly be, drawn from what we believe of them: whoever plans by such a draw now and then tries
 * what is little known, and less the better it is known (Thompson sampling).
 *
 * @param random - 0 to 1
 */
export function sampleRates(knowledge: Knowledge, random: () => number): Knowledge {
  const draw = (range: PercentRange): PercentRange => {
    const value = 100 * quantileOf(beliefFrom(range), random());
    return { low: value, mid: value, high: value };
  };
  const drawPrior = (prior: Prior): Prior => ({ ...prior, ...draw(prior) });
  const { media } = knowledge;
  const channels = Object.entries(media.channels).map(([channel, { landingRatePct, ...medium }]) => {
    const landing = drawPrior(landingRatePct ?? media.landingRatePct);
    return [channel, { ...medium, responsePct: drawPrior(medium.responsePct), landingRatePct: landing }];
  });
  return {
    ...knowledge,
    methods: knowledge.methods.map((method) => ({ ...method, ratePct: draw(method.ratePct) })),
    media: { ...media, channels: Object.fromEntries(channels) as typeof media.channels },
  };
}
