import type { DailySales } from '../providers/sales-source.js';
import type { Report } from '../schema/report.js';
import { type Baseline, baselineBefore, weekdayOf } from './baseline.js';
import { tQuantile } from './t-quantile.js';

export interface Uplift {
  readonly value: NonNullable<Report['uplift']>;
  readonly campaignDays: number;
  readonly baseline: Baseline;
}

interface UpliftInput {
  readonly sales: readonly DailySales[];
  readonly period: { readonly start: string; readonly end: string };
  /** Days that say nothing about ordinary sales: holidays and other campaigns. */
  readonly isSpecial: (day: string) => boolean;
}

/**
 * Sales of the campaign's days against their weekdays before, with a 95 % interval:
 * `Var = Σ over weekdays CV² · m² · (k + k² / n)`, `k` campaign days and `n` baseline days of that weekday.
 * Days without figures are taken as closed and left out.
 *
 * @returns Nothing when there is no campaign day or a weekday has nothing to compare with.
 */
export function measureUplift({ sales, period, isSpecial }: UpliftInput): Uplift | undefined {
  const campaign = sales.filter(({ day }) => day >= period.start && day <= period.end);
  const ordinary = sales.filter(({ day, salesKrw }) => salesKrw > 0 && !isSpecial(day));
  const baseline = baselineBefore(period.start, ordinary);
  if (!baseline || campaign.length === 0) return undefined;
  const counts = countWeekdays(campaign);
  if (![...counts.keys()].every((weekday) => baseline.levels.has(weekday))) return undefined;
  let expected = 0;
  let variance = 0;
  for (const [weekday, count] of counts) {
    const { meanKrw, points } = baseline.levels.get(weekday) ?? { meanKrw: 0, points: 1 };
    expected += count * meanKrw;
    variance += baseline.variance * meanKrw ** 2 * (count + count ** 2 / points);
  }
  const actual = campaign.reduce((sum, { salesKrw }) => sum + salesKrw, 0);
  return { value: toValue(expected, actual, variance, baseline), campaignDays: campaign.length, baseline };
}

function toValue(expected: number, actual: number, variance: number, { degrees }: Baseline): Uplift['value'] {
  const reach = tQuantile(degrees) * Math.sqrt(variance);
  const incrementalKrw = Math.round(actual - expected);
  const lowKrw = Math.round(actual - expected - reach);
  const highKrw = Math.round(actual - expected + reach);
  return {
    baselineKrw: Math.round(expected),
    actualKrw: Math.max(0, actual),
    incrementalKrw,
    lowKrw,
    highKrw,
    proven: lowKrw > 0 || highKrw < 0,
  };
}

function countWeekdays(days: readonly DailySales[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { day } of days) counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1);
  return counts;
}
