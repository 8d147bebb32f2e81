import { type ErrorJson, ProviderError } from '../errors/index.js';
import type { Delivery, Messenger } from '../providers/messenger.js';
import type { EffectResult } from '../runs/workflow.js';
import type { Notice } from '../schema/notice.js';
import type { Recipient } from './winner.js';

/** A value rather than an interface, so that a journal can hold it. */
export type DeliveryRow = { readonly [Field in keyof Delivery]: Delivery[Field] };

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
      costKrw: told.state === 'sent' ? messenger.priceKrw([message]) : 0,
      ...told,
    };
  });
}

function stateOf(
  entryId: string,
  outcome: NoticeOutcome,
  { mode, provider }: Messenger,
): Pick<Notice, 'state' | 'error'> {
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

function stateOfDelivery(
  delivery: DeliveryRow | undefined,
  provider: string,
): Pick<Notice, 'state' | 'error'> {
  if (delivery?.accepted) return { state: 'sent' };
  const reason = delivery?.reason ?? 'no answer for this person';
  return {
    state: 'failed',
    error: toShown(new ProviderError('PROVIDER_001', { provider, reason }).toJSON()),
  };
}

function toShown({ code, message, ko }: ErrorJson): NonNullable<Notice['error']> {
  return { code, message: { ko: ko.message, en: message } };
}
