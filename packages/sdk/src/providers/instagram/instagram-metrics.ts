import type { ChannelMetrics } from '../channel.js';
import type { InsightRow } from './graph-answer.js';

/** Meta's names. Source: its insights reference, read 2026-11-20; `impressions` and `plays` ended on 2025-04-21. */
const fields = {
  views: 'views',
  reach: 'reach',
  likes: 'likes',
  comments: 'comments',
  saved: 'saves',
  shares: 'shares',
} as const satisfies Record<string, keyof ChannelMetrics>;

export const insightNames: readonly string[] = Object.keys(fields);

/** The figures that are there. Data may lag by two days; a figure that is missing is not nought. */
export function toMetrics(rows: readonly InsightRow[]): ChannelMetrics {
  const known = new Map(rows.map(({ name, values }) => [name, values[0]?.value]));
  const figures = Object.entries(fields).flatMap(([name, field]) => {
    const value = known.get(name);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? [[field, value] as const]
      : [];
  });
  return Object.fromEntries(figures);
}
