import { type ConsentsDue, type KtEvent, UserError } from '@kt-event/sdk';
import { paced } from './paced.js';

export interface ConsentRoundOptions {
  readonly ktEvent: Pick<KtEvent, 'tellDueConsents'>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly tell: (error: unknown, campaignId: string | undefined) => void;
}

/** Terms are days, so an hour is close enough. Our own figure. */
const everyMs = 60 * 60_000;
/** Often enough not to be forgotten. Our own figure. */
const againMs = 24 * 60 * 60_000;

/**
 * Each call sends what people have to hear of their consents where the campaign asks for it, and tells the owner of the
 * rest, once a day, unless an hour has not passed since the last time.
 */
export function createConsentRound({ ktEvent, now, signal, tell }: ConsentRoundOptions): () => Promise<void> {
  const told = new Map<string, number>();

  function remind({ campaignId, campaignName, notice, people, dueOn }: ConsentsDue): void {
    const key = `${campaignId}/${notice}`;
    const nowMs = now().getTime();
    if (nowMs - (told.get(key) ?? Number.NEGATIVE_INFINITY) < againMs) return;
    told.set(key, nowMs);
    tell(new UserError('USER_097', { name: campaignName, people, day: dueOn }), campaignId);
  }

  return paced(everyMs, now, async () => {
    try {
      const { due, failures } = await ktEvent.tellDueConsents({ signal });
      for (const { error, campaignId } of failures) tell(error, campaignId);
      for (const each of due) remind(each);
    } catch (error) {
      if (!signal.aborted) tell(error, undefined);
    }
  });
}
