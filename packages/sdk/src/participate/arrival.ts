/** When a request came in, taken before anything of it is read: no queue of ours costs anybody the deadline. */
export interface Arrival {
  /** From 1, in the order in which the heads of requests were complete in this process. Never given twice. */
  readonly no: number;
  /** By the server's clock. */
  readonly receivedAt: Date;
}

/** Numbers what comes in. One for a process: the numbers of two would say nothing about each other. */
export function createArrivals(now: () => Date): () => Arrival {
  let last = 0;
  return () => {
    last += 1;
    return { no: last, receivedAt: now() };
  };
}
