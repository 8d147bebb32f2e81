import { createCache } from './cache/create-cache.js';
import type { BusinessRegistry, BusinessStatus } from './providers/business-registry.js';
import { abortable } from './resilience/abortable.js';
import { toSeoul } from './schema/seoul-time.js';

interface Answer {
  readonly status: BusinessStatus;
  /** When the registry gave it, Asia/Seoul. */
  readonly answeredAt: string;
}

export interface BusinessAnswers {
  /** What the registry says now, or said within a day when it says nothing. @throws AuthError `AUTH_002` */
  of(businessNumber: string, registry: BusinessRegistry, signal?: AbortSignal): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** The state of a business changes in days: the registry is asked once in an hour for each. */
const freshness = { ttlMs: 3_600_000, graceMs: 23 * 3_600_000, softTimeoutMs: 5_000 };

/** No answer, which is nothing to remember. */
class Silence extends Error {}

export function rememberBusinesses({ now }: { readonly now: () => Date }): BusinessAnswers {
  const answers = createCache();
  return {
    async of(businessNumber, registry, signal) {
      const ask = async (closing: AbortSignal) => {
        const status = await registry.status(businessNumber, closing);
        if (status === 'unverified') throw new Silence();
        return { status, answeredAt: toSeoul(now()) };
      };
      try {
        const key = `${registry.mode} ${businessNumber}`;
        return await abortable(() => answers.get(key, ask, freshness), signal);
      } catch (error) {
        if (error instanceof Silence) return undefined;
        throw error;
      }
    },
    close: () => answers.close(),
  };
}
