import type { PercentRange } from '../rates/belief.js';
import type { Channel, Industry } from '../schema/primitives.js';
import type { RateObservation } from '../schema/rate.js';
import type { TradeFigures } from './trade-figures.js';

interface Where {
  readonly industry: Industry;
  /** By which people in the store took part. */
  readonly methodId: string;
}

/** What the trade is said to see of a rate, percent; nothing where nobody says. */
export function priorOf(
  { rate, of }: Pick<RateObservation, 'rate' | 'of'>,
  { industry, methodId }: Where,
  trade: TradeFigures,
): PercentRange | undefined {
  const ofMethod = (id: string) => trade.methods.find((method) => method.id === id)?.ratePct;
  switch (rate) {
    case 'entry':
      return ofMethod(of);
    case 'weekday':
      return ofMethod(methodId);
    case 'response':
      return trade.media.channels[of as Channel]?.responsePct;
    case 'landing':
      return trade.media.landingRatePct;
    case 'redemption':
      return trade.learning.redemptionPct;
    case 'new_customer':
      return aroundTrade(industry, trade);
  }
}

function aroundTrade(industry: Industry, { industries, learning }: TradeFigures): PercentRange | undefined {
  const mid = industries.find(({ id }) => id === industry)?.newSharePct;
  if (mid === undefined) return undefined;
  const spread = (mid * learning.newShareSpreadPercent.value) / 100;
  return { low: mid - spread, mid, high: Math.min(100, mid + spread) };
}
