/** Questions to one cache on one day. */
export interface CacheReadsRow {
  cache: string;
  day: string;
  reads: number;
  hits: number;
  since: string;
  until: string;
}
