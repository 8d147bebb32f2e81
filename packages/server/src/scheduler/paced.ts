/** Each call does the work, unless `everyMs` have not passed since the last time. */
export function paced(everyMs: number, now: () => Date, work: () => Promise<void>): () => Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = now().getTime();
    if (nowMs - lastMs < everyMs) return;
    lastMs = nowMs;
    await work();
  };
}
