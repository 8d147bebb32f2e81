import { type ErrorJson, ProviderError } from '../errors/index.js';
import type { Delivery, Message, Messenger } from '../providers/messenger.js';
import type { EffectResult } from '../runs/workflow.js';
import type { Notice } from '../schema/notice.js';
import type { Recipient } from './winner.js';

/** A value rather than an interface, so that a journal can hold it. */
export type DeliveryRow = { readonly [Field in keyof Delivery]: Delivery[Field] } & {
  /** Ours: of the effect that it was a part of. Absent in journals from before. */
  readonly reference?: string;
};

export type NoticeOutcome = EffectResult<DeliveryRow[]> | { readonly state: 'waiting' | 'in_doubt' };

/** One notice for each recipient. In local mode nobody was told, whatever the messenger wrote down. */
export function toNotices(
  batch: readonly Recipient[],
  outcome: NoticeOutcome,
  messenger: Messenger,
  at: Date,
): Notice[] {
  return batch.map(({ entry, prize, masked, message }) => {
    const told = stateOf(entry.id, outcome, messenger);
    return {
      entryId: entry.id,
      slot: prize.id,
      masked,
      mode: messenger.mode,
      at: at.toISOString(),
      costKrw: told.state === 'sent' ? priceOf(message, told, messenger) : 0,
      ...told,
    };
  });
}

/** What is known by now: an AlimTalk may still become a text message. */
function priceOf(message: Message, { kind }: Told, messenger: Messenger): number {
  return kind ? messenger.price(kind).value : messenger.priceKrw([message]);
}

type Told = Pick<Notice, 'state' | 'error' | 'kind' | 'reference'>;

function stateOf(entryId: string, outcome: NoticeOutcome, { mode, provider }: Messenger): Told {
  switch (outcome.state) {
    case 'waiting':
    case 'in_doubt':
      return { state: outcome.state };
    case 'confirmed':
      return { state: 'sent' };
    case 'acked':
      if (mode === 'local') return { state: 'waiting' };
      return stateOfDelivery(
        outcome.value.find(({ key }) => key === entryId),
        provider,
      );
    case 'rejected':
    case 'not_sent':
      return { state: 'failed', error: toShown(outcome.error) };
  }
}

function stateOfDelivery(delivery: DeliveryRow | undefined, provider: string): Told {
  if (delivery?.accepted) {
    const { kind, reference } = delivery;
    return { state: 'sent', ...(kind && { kind }), ...(reference !== undefined && { reference }) };
  }
  const reason = delivery?.reason ?? 'no answer for this person';
  return {
    state: 'failed',
    error: toShown(new ProviderError('PROVIDER_001', { provider, reason }).toJSON()),
  };
}

function toShown({ code, message, ko }: ErrorJson): NonNullable<Notice['error']> {
  return { code, message: { ko: ko.message, en: message } };
}
