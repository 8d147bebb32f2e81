import type { KtEvent } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface ErasureRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'eraseOverdue'>;
  readonly now: () => Date;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** Days are promised, so an hour is close enough. Our own figure. */
const everyMs = 60 * 60_000;

/** Each call destroys the personal data whose day has come, unless an hour has not passed since the last time. */
export function createErasureRound({ ktEvent, now, tell }: ErasureRoundOptions): () => Promise<void> {
  return paced(everyMs, now, async () => {
    await ktEvent.eraseOverdue().catch((error: unknown) => tell(error, undefined));
  });
}
