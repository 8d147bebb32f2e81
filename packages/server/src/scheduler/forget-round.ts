import type { KtEvent } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface ForgetRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'forgetSpent'>;
  readonly now: () => Date;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** Challenges live for five minutes, so no more than twice as many lie about as count. Our own choice. */
const everyMs = 5 * 60_000;

/** Each call forgets what the guards need no more, unless five minutes have not passed since the last time. */
export function createForgetRound({ ktEvent, now, tell }: ForgetRoundOptions): () => Promise<void> {
  return paced(everyMs, now, async () => {
    await ktEvent.forgetSpent().catch((error: unknown) => tell(error, undefined));
  });
}
