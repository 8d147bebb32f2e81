import { createHash } from 'node:crypto';

/** The calls back that were heard lately. */
export interface HeardCalls {
  /** True the first time in 24 hours. */
  isNew(id: string): boolean;
}

/** Ours: a sender that keeps to Standard Webhooks repeats a call for about a day. */
const keepMs = 24 * 3_600_000;
/** Ours: some seven a minute all day; beyond that the oldest are forgotten, and would only be read once more. */
const mostCalls = 10_000;

/** Remembers ids alone, and those as hashes: of one length, whatever the sender makes them of. */
export function createHeardCalls(now: () => Date): HeardCalls {
  const heardAtMs = new Map<string, number>();

  function forget(nowMs: number): void {
    for (const [hash, atMs] of heardAtMs) {
      if (heardAtMs.size < mostCalls && nowMs - atMs < keepMs) return;
      heardAtMs.delete(hash);
    }
  }

  return {
    isNew(id) {
      const nowMs = now().getTime();
      forget(nowMs);
      const hash = createHash('sha256').update(id).digest('base64');
      if (heardAtMs.has(hash)) return false;
      heardAtMs.set(hash, nowMs);
      return true;
    },
  };
}
