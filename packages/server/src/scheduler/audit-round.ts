import type { KtEvent } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface AuditRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'signAuditHeads'>;
  readonly now: () => Date;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** Time from one signed head to the next. Source: the draw protocol, 3.8. */
const everyMs = 60 * 60_000;

/** Each call has the audit chains of what is going on signed, unless an hour has not passed since the last time. */
export function createAuditRound({ ktEvent, now, tell }: AuditRoundOptions): () => Promise<void> {
  return paced(everyMs, now, async () => {
    try {
      const { failures } = await ktEvent.signAuditHeads();
      for (const { error, campaignId } of failures) tell(error, campaignId);
    } catch (error) {
      tell(error, undefined);
    }
  });
}
