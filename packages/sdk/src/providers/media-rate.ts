import type { ModelCatalogue } from './model-catalogue.js';

/** What one picture or one second of film costs, won, and where the figure comes from. */
export interface MediaRate {
  /** Rounded up: the ledger keeps no fractions, and never too little. */
  readonly krw: number;
  readonly source: string;
  readonly date: string;
}

interface Priced {
  readonly usd: number;
  readonly source: string;
  readonly date: string;
}

export function mediaRateOf(
  { usd, source, date }: Priced,
  { krwPerUsd }: Pick<ModelCatalogue, 'krwPerUsd'>,
): MediaRate {
  if (usd === 0) return { krw: 0, source, date };
  const converted = `$${usd} (${source}) × ${krwPerUsd.value}원 (${krwPerUsd.date})`;
  return { krw: Math.ceil(usd * krwPerUsd.value), source: converted, date };
}
