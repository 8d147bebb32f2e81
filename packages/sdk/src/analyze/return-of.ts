import type { Uplift } from './uplift.js';

/** What is left after paying for the campaign, won, with the range of the uplift. */
export interface Return {
  readonly contributionKrw: number;
  readonly lowKrw: number;
  readonly highKrw: number;
  /** Won left for each won spent; absent when nothing was spent. */
  readonly roi: number | undefined;
}

/** `incremental sales × margin − spending`, and that over the spending. Labour is not counted: nobody told us. */
export function returnOf({ value }: Uplift, marginPct: number, spentKrw: number): Return {
  const contribution = (salesKrw: number) => Math.round((salesKrw * marginPct) / 100) - spentKrw;
  const contributionKrw = contribution(value.incrementalKrw);
  return {
    contributionKrw,
    lowKrw: contribution(value.lowKrw),
    highKrw: contribution(value.highKrw),
    roi: spentKrw > 0 ? Math.round((contributionKrw / spentKrw) * 100) / 100 : undefined,
  };
}
