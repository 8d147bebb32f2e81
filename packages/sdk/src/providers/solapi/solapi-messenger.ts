import { UserError } from '../../errors/index.js';
import { cp949Length } from '../../schema/cp949.js';
import type { MessageKind, NoticeKind } from '../../schema/notice.js';
import type { ApprovedTemplate, Delivery, Message, Messenger, Outcome } from '../messenger.js';
import { messagePrices } from './prices.js';
import { createSolapiClient, type SolapiOptions, type SolapiRow } from './solapi-client.js';
import { type AlimTalk, type Draft, toDraft, toWire } from './solapi-draft.js';
import { readSolapiTemplates } from './solapi-templates.js';
import { outcomeOf, refusalOf } from './status-codes.js';

export interface SolapiMessengerOptions extends SolapiOptions {
  /** Without it, or without a template for a message, text messages are sent. */
  readonly alimTalk?: AlimTalk | undefined;
}

const provider = 'solapi';

/** Messages in one request. Source: Solapi's documents, read 2026-11-20. */
const mostMessages = 10_000;

/**
 * Sends informational messages: from approved templates as AlimTalk, which Solapi sends again as text messages where
 * KakaoTalk cannot deliver them; all others as SMS or, longer, as LMS. What a phone message cannot hold is left out and
 * named in the delivery. A batch in doubt is looked up by our reference.
 */
export function createSolapiMessenger(options: SolapiMessengerOptions): Messenger {
  const { alimTalk, sender, mode } = options;
  const client = createSolapiClient(options);
  const draftOf = (message: Message) => toDraft(message, alimTalk);
  const draftsOf = (messages: readonly Message[]) => messages.map(draftOf);

  return {
    provider,
    mode,
    idempotency: 'lookup',
    quietMs: 30_000, // [A] a batch is taken within a second
    kindOf: (message) => draftOf(message).kind,
    price: (kind) => messagePrices[kind],
    priceKrw: (messages) => draftsOf(messages).reduce((sum, draft) => sum + mostKrw(draft), 0),

    async send(messages, reference, signal) {
      requireCount(messages.length);
      const drafts = draftsOf(messages);
      const wire = drafts.map((draft) => toWire(draft, sender, reference, alimTalk?.pfId));
      const { rows } = await client.send(wire, signal);
      return drafts.map((draft) => toDelivery(draft, rows.get(draft.key)));
    },

    async find(messages, reference, signal) {
      const rows = await client.find(reference, signal);
      if (rows.size === 0) return undefined;
      return draftsOf(messages).map((draft) => toDelivery(draft, rows.get(draft.key) ?? unlisted));
    },

    async results(reference, signal) {
      const rows = await client.find(reference, signal);
      return new Map([...rows].map(([key, row]) => [key, toOutcome(row)]));
    },

    ...(alimTalk && {
      async approved(signal?: AbortSignal) {
        const known = await readSolapiTemplates(options, signal);
        const entries = Object.entries(alimTalk.templates) as [NoticeKind, string][];
        return new Map<NoticeKind, ApprovedTemplate | undefined>(
          entries.map(([name, id]) => [name, known.get(id)]),
        );
      },
    }),
  };
}

/** The request arrived, but this message is in no list: it was refused at the door. */
const unlisted: SolapiRow = { statusCode: 'not listed' };

/** Only one of the two is paid for. */
function mostKrw({ kind, textKind }: Draft): number {
  return Math.max(messagePrices[kind].value, messagePrices[textKind].value);
}

/**
 * What is in the list has been taken, whatever became of it later: KakaoTalk's refusal is followed by a text message, and
 * is no reason for another.
 */
function toDelivery({ key, dropped, ...draft }: Draft, row: SolapiRow | undefined): Delivery {
  const kind = row?.type === 'ATA' ? 'alimtalk' : draft.kind; // what it was sent as, whatever it would be now
  const refusal = row && refusalOf(row.statusCode);
  const reason = kind === 'alimtalk' && refusal?.startsWith('3') ? undefined : refusal;
  return {
    key,
    accepted: reason === undefined,
    kind,
    ...(row?.messageId !== undefined && { externalId: row.messageId }),
    ...(reason !== undefined && { reason }),
    ...(dropped.length > 0 && { dropped }),
  };
}

/** How a message that was sent again is listed is not told exactly [M]: as what it became, or as what it was. */
function toOutcome({ statusCode, type, replacement, text = '' }: SolapiRow): Outcome {
  const textKind = cp949Length(text) <= 90 ? 'sms' : 'lms';
  const kinds: Readonly<Record<string, MessageKind>> = {
    ATA: replacement === true ? textKind : 'alimtalk',
    SMS: 'sms',
    LMS: 'lms',
  };
  const outcome = outcomeOf(statusCode);
  const kind = kinds[type ?? ''] ?? textKind;
  return 'code' in outcome ? { state: 'failed', kind, reason: outcome.code } : { state: outcome.state, kind };
}

function requireCount(count: number): void {
  if (count <= mostMessages) return;
  throw new UserError('USER_032', { provider, reason: `${count} messages > ${mostMessages}` });
}
