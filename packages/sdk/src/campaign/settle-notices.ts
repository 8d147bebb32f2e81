import { isCancellation, ProviderError } from '../errors/index.js';
import type { Messenger, Outcome } from '../providers/messenger.js';
import type { Notice } from '../schema/notice.js';
import type { Store } from '../store/store.js';

interface SettleDeps {
  readonly store: Pick<Store, 'outcomes'>;
  readonly messenger: Messenger;
}

/**
 * Reads what became of the messages that went out by KakaoTalk: some have arrived as text messages, at another price, and
 * some not at all. What the messenger does not tell by now stays as it was handed over.
 */
export async function settleNotices(
  { store, messenger }: SettleDeps,
  campaignId: string,
  signal: AbortSignal,
): Promise<void> {
  const notices = await store.outcomes.notices(campaignId);
  const references = new Set(
    notices.flatMap((notice) => [openReference(notice), openReference(notice.reminder)]),
  );
  for (const reference of references) {
    if (reference === undefined) continue;
    const outcomes = await read(messenger, reference, signal);
    for (const notice of await store.outcomes.notices(campaignId)) {
      const settled = settle(notice, reference, outcomes.get(notice.entryId), messenger);
      if (settled) await store.outcomes.saveNotice(campaignId, settled);
    }
  }
}

/** Only what KakaoTalk was asked to deliver can end as something else. */
function openReference(sent: Pick<Notice, 'state' | 'kind' | 'reference'> | undefined): string | undefined {
  return sent?.state === 'sent' && sent.kind === 'alimtalk' ? sent.reference : undefined;
}

async function read(
  messenger: Messenger,
  reference: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  try {
    return (await messenger.results?.(reference, signal)) ?? new Map();
  } catch (error) {
    if (isCancellation(error)) throw error;
    return new Map(); // a report is not held up by an outage
  }
}

type Settled = Pick<Notice, 'state' | 'kind' | 'costKrw'>;

function settle(
  notice: Notice,
  reference: string,
  outcome: Outcome | undefined,
  messenger: Messenger,
): Notice | undefined {
  if (!outcome || outcome.state === 'pending') return undefined;
  const { reminder } = notice;
  const settled = settledAs(outcome, messenger);
  const reminderKrw = reminder?.costKrw ?? 0;
  if (notice.reference === reference)
    return { ...notice, ...settled, costKrw: settled.costKrw + reminderKrw, ...errorOf(outcome, messenger) };
  if (reminder?.reference !== reference) return undefined;
  const costKrw = notice.costKrw - reminderKrw + settled.costKrw;
  return { ...notice, costKrw, reminder: { ...reminder, ...settled } };
}

/** Nothing is paid for what did not arrive [M]. */
function settledAs({ state, kind }: Outcome, messenger: Messenger): Settled {
  return state === 'failed'
    ? { state: 'failed', kind, costKrw: 0 }
    : { state: 'sent', kind, costKrw: messenger.price(kind).value };
}

function errorOf({ state, reason = '' }: Outcome, { provider }: Messenger): Pick<Notice, 'error'> {
  if (state !== 'failed') return {};
  const { code, message, ko } = new ProviderError('PROVIDER_001', { provider, reason }).toJSON();
  return { error: { code, message: { ko: ko.message, en: message } } };
}
