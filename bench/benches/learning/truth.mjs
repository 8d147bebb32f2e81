import { beliefFrom, quantileOf } from '../../../packages/sdk/dist/rates/belief.js';

/** Hidden rates of one store, in percent: drawn from what the knowledge base believes of its trade. */
export function drawTruth({ methods, media }, random) {
  const draw = (range) => 100 * quantileOf(beliefFrom(range), random());
  const perChannel = (pick) =>
    Object.fromEntries(
      Object.entries(media.channels).map(([channel, medium]) => [channel, draw(pick(medium))]),
    );
  return {
    entry: Object.fromEntries(methods.map(({ id, ratePct }) => [id, draw(ratePct)])),
    response: perChannel(({ responsePct }) => responsePct),
    landing: perChannel(() => media.landingRatePct),
  };
}

/** The same rates in one campaign: people of one campaign have something in common, as much as the product assumes. */
export function shaken(truth, { learning }, random) {
  const worth = 1 / learning.campaignCorrelation.value - 1;
  const shake = (percent) => {
    const mean = Math.min(0.999, Math.max(1e-5, percent / 100));
    return 100 * quantileOf({ alpha: mean * worth, beta: (1 - mean) * worth }, random());
  };
  const each = (rates) =>
    Object.fromEntries(Object.entries(rates).map(([name, percent]) => [name, shake(percent)]));
  return { entry: each(truth.entry), response: each(truth.response), landing: each(truth.landing) };
}

/** A knowledge base that knows the store: the oracle plans with it. */
export function trueRates(knowledge, truth) {
  const exact = (percent) => ({ low: percent, mid: percent, high: percent });
  const channels = Object.entries(knowledge.media.channels).map(([channel, medium]) => [
    channel,
    {
      ...medium,
      responsePct: { ...medium.responsePct, ...exact(truth.response[channel]) },
      landingRatePct: { ...knowledge.media.landingRatePct, ...exact(truth.landing[channel]) },
    },
  ]);
  return {
    ...knowledge,
    methods: knowledge.methods.map((method) => ({ ...method, ratePct: exact(truth.entry[method.id]) })),
    media: { ...knowledge.media, channels: Object.fromEntries(channels) },
  };
}
