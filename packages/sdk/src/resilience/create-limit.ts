import pLimit from 'p-limit';

/** Lets so many calls be under way at once, of all who share it; the rest queue in order of arrival. */
export type Limit = <T>(call: () => Promise<T>) => Promise<T>;

export function createLimit(concurrency: number): Limit {
  return pLimit(concurrency);
}
