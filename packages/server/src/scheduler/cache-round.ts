import type { KtEvent } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface CacheRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'caches'>;
  readonly now: () => Date;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** `status` of another process is never further behind than this. Our own choice. */
const everyMs = 5 * 60_000;

/** Each call writes down how often memory answered, unless five minutes have not passed since the last time. */
export function createCacheRound({ ktEvent, now, tell }: CacheRoundOptions): () => Promise<void> {
  return paced(everyMs, now, async () => {
    await ktEvent.caches().catch((error: unknown) => tell(error, undefined));
  });
}
