import type { Insight } from '../schema/insight.js';
import type { Figure } from '../schema/plan.js';

/** What the store's own campaigns say about our expectations. */
export interface Past {
  readonly factor: number;
  readonly campaigns: number;
  readonly figure: Figure | undefined;
}

/** How many campaigns of experience our own expectation is worth. Our choice: two measured campaigns weigh as much. */
const priorCampaigns = 2;
/** One odd campaign must not turn the next plan upside down. */
const ratioBounds = { low: 0.1, high: 5 };

/** Actual over expected entries, shrunk towards 1: `(sum of ratios + 2) / (campaigns + 2)`. */
export function learnFrom(insights: readonly Insight[], today: string): Past {
  const ratios = insights
    .filter(({ expectedEntries }) => expectedEntries > 0)
    .map(({ actualEntries, expectedEntries }) => clamp(actualEntries / expectedEntries));
  const campaigns = ratios.length;
  const sum = ratios.reduce((total, ratio) => total + ratio, priorCampaigns);
  const factor = Math.round((sum / (campaigns + priorCampaigns)) * 100) / 100;
  const source = `우리 매장 ${campaigns}회: (실제÷예상의 합 + ${priorCampaigns}) ÷ (${campaigns} + ${priorCampaigns})`;
  return {
    factor,
    campaigns,
    figure:
      campaigns > 0
        ? { name: '우리 매장 실적 보정', value: factor, unit: '배', source, date: today }
        : undefined,
  };
}

function clamp(ratio: number): number {
  return Math.min(ratioBounds.high, Math.max(ratioBounds.low, ratio));
}
