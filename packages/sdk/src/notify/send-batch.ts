import type { ErrorJson } from '../errors/index.js';
import type { Message, Messenger } from '../providers/messenger.js';
import type { EffectResult, RunContext, Sending } from '../runs/workflow.js';
import type { NoticeKind } from '../schema/notice.js';
import type { DeliveryRow, NoticeOutcome } from './to-notices.js';
import type { Recipient } from './winner.js';

type BatchResult = EffectResult<DeliveryRow[]>;

interface Doing {
  readonly messenger: Messenger;
  readonly run: Pick<RunContext, 'effect'>;
}

/** What the batch is about. */
interface BatchMatter {
  readonly campaign: { readonly id: string };
  readonly kind: NoticeKind;
}

/**
 * Whom AlimTalk was refused for, and definitely so: they can be sent the same words as a text message. What is in doubt
 * is looked up, and nobody in it is written to again.
 */
export function refusedByKakao(
  batch: readonly Recipient[],
  result: NoticeOutcome,
  { messenger }: Doing,
): readonly Recipient[] {
  return batch.filter(({ message }) => isRefused(message, result, messenger));
}

/** As a text message only. */
export function asText({ message: { template: _, ...message }, ...recipient }: Recipient): Recipient {
  return { ...recipient, message };
}

function isRefused(message: Message, result: NoticeOutcome, messenger: Messenger): boolean {
  switch (result.state) {
    case 'acked': {
      const row = result.value.find(({ key }) => key === message.key);
      return row?.kind === 'alimtalk' && !row.accepted;
    }
    case 'rejected':
      return isFinal(result.error) && messenger.kindOf(message) === 'alimtalk';
    default:
      return false;
  }
}

/** A refusal of the request itself: no repetition, and no other key, would change it. */
function isFinal({ code, retryable }: ErrorJson): boolean {
  return !retryable && !code.startsWith('AUTH_');
}

/** Hands a batch over, as one effect. */
export function sendBatch(
  batch: readonly Recipient[],
  key: string,
  { campaign, kind }: BatchMatter,
  { messenger, run }: Doing,
): Promise<BatchResult> {
  const messages = batch.map(({ message }) => message);
  const find = messenger.find?.bind(messenger);
  return run.effect<DeliveryRow[]>(key, {
    idempotency: messenger.idempotency,
    quietMs: messenger.quietMs,
    priceKrw: messenger.priceKrw(messages),
    request: {
      campaignId: campaign.id,
      notice: kind,
      winners: batch.map(({ entry, prize }) => `${entry.id} ${prize.id}`),
    },
    send: async ({ reference }, signal) => rows(await messenger.send(messages, reference, signal), reference),
    ...(find && {
      find: async ({ reference }: Sending, signal: AbortSignal) => {
        const deliveries = await find(messages, reference, signal);
        return deliveries && rows(deliveries, reference);
      },
    }),
  });
}

function rows(deliveries: Awaited<ReturnType<Messenger['send']>>, reference: string): DeliveryRow[] {
  return deliveries.map((delivery) => ({ ...delivery, reference }));
}
