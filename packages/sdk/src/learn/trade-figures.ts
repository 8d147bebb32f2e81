import type { PercentRange } from '../rates/belief.js';
import type { LearningFigures } from '../rates/combine.js';
import type { Channel, Industry } from '../schema/primitives.js';

/** What is known of trades before anybody has measured: how many come, how many notice, and every rate. */
export interface TradeFigures {
  readonly industries: readonly {
    readonly id: Industry;
    readonly weeklyVisits: number;
    readonly newSharePct: number;
  }[];
  readonly methods: readonly { readonly id: string; readonly ko: string; readonly ratePct: PercentRange }[];
  readonly media: {
    readonly exposurePct: { readonly mid: number };
    readonly landingRatePct: PercentRange;
    readonly channels: Readonly<Partial<Record<Channel, { readonly responsePct: PercentRange }>>>;
  };
  readonly learning: LearningFigures & {
    readonly redemptionPct: PercentRange;
    readonly newShareSpreadPercent: { readonly value: number };
  };
}
