import type { KtEvent } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface LogRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'signLogHeads'>;
  readonly now: () => Date;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** Time from one signed head to the next. Source: the draw protocol, 3.8. */
const everyMs = 5 * 60_000;

/**
 * Each call signs the entry logs of all open campaigns, unless five minutes have not passed since the last time: what
 * has been signed for can no longer be taken out unseen.
 */
export function createLogRound({ ktEvent, now, tell }: LogRoundOptions): () => Promise<void> {
  return paced(everyMs, now, async () => {
    try {
      const { failures } = await ktEvent.signLogHeads();
      for (const { error, campaignId } of failures) tell(error, campaignId);
    } catch (error) {
      tell(error, undefined);
    }
  });
}
