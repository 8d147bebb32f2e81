/** Sales of one day, won. */
export interface DailySales {
  readonly day: string;
  readonly salesKrw: number;
}

export interface SalesSource {
  /** Where the figures come from, for the report. */
  readonly source: string;
  /** Days without figures are absent, not zero. */
  read(signal?: AbortSignal): Promise<DailySales[]>;
}
