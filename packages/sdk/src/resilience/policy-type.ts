export type Call<T> = (signal: AbortSignal) => Promise<T>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * True when doing it twice is harmless: a read, or a write under a key the provider honours.
   * An in-doubt failure is retried only then. @defaultValue false
   */
  readonly repeatable?: boolean;
}

/** Runs a call under limits, retries, a breaker and a deadline. */
export type Policy = <T>(call: Call<T>, options?: CallOptions) => Promise<T>;
