import { UserError } from '../../errors/index.js';
import type { Delivery, Message, Messenger } from '../messenger.js';
import { type Cp949, createCp949 } from './cp949.js';
import { messagePrices } from './prices.js';
import {
  createSolapiClient,
  type SolapiMessage,
  type SolapiOptions,
  type SolapiRow,
  toDomestic,
} from './solapi-client.js';
import { refusalOf } from './status-codes.js';

const provider = 'solapi';

/** Bytes in CP949, and messages in one request. Source: Solapi's documents, read 2026-11-20. */
const limits = { SMS: 90, LMS: 2_000, batch: 10_000 } as const;

/** A message as a phone can take it. */
interface Draft extends Message {
  readonly type: 'SMS' | 'LMS';
  readonly dropped: readonly string[];
}

/**
 * Sends informational text messages: short ones as SMS, longer ones as LMS. What a phone message cannot
 * hold is left out and named in the delivery. A batch in doubt is looked up by our reference.
 */
export function createSolapiMessenger(options: SolapiOptions): Messenger {
  const client = createSolapiClient(options);
  const cp949 = createCp949();
  const draftsOf = (messages: readonly Message[]) => messages.map((message) => toDraft(message, cp949));

  return {
    provider,
    mode: options.mode,
    idempotency: 'lookup',
    quietMs: 30_000, // [A] a batch is taken within a second
    priceKrw: (messages) => draftsOf(messages).reduce((sum, { type }) => sum + messagePrices[type].value, 0),

    async send(messages, reference, signal) {
      requireCount(messages.length);
      const drafts = draftsOf(messages);
      const wire = drafts.map((draft) => toWire(draft, options.sender, reference));
      const { rows } = await client.send(wire, signal);
      return drafts.map((draft) => toDelivery(draft, rows.get(draft.key)));
    },

    async find(messages, reference, signal) {
      const rows = await client.find(reference, signal);
      if (rows.size === 0) return undefined;
      return draftsOf(messages).map((draft) => toDelivery(draft, rows.get(draft.key) ?? unlisted));
    },
  };
}

/** The request arrived, but this message is in no list: it was refused at the door. */
const unlisted: SolapiRow = { statusCode: 'not listed' };

function toDraft(message: Message, cp949: Cp949): Draft {
  const { text, dropped } = cp949.fit(message.text);
  const bytes = cp949.count(text);
  if (bytes > limits.LMS)
    throw new UserError('USER_032', { provider, reason: `${bytes} bytes > ${limits.LMS}` });
  return { ...message, text, dropped, type: bytes <= limits.SMS ? 'SMS' : 'LMS' };
}

function toWire({ phone, text, type, key }: Draft, from: string, reference: string): SolapiMessage {
  return { to: toDomestic(phone), from, type, text, customFields: { reference, rowKey: key } };
}

function toDelivery({ key, dropped }: Draft, row: SolapiRow | undefined): Delivery {
  const reason = row && refusalOf(row.statusCode);
  return {
    key,
    accepted: reason === undefined,
    ...(row?.messageId !== undefined && { externalId: row.messageId }),
    ...(reason !== undefined && { reason }),
    ...(dropped.length > 0 && { dropped }),
  };
}

function requireCount(count: number): void {
  if (count <= limits.batch) return;
  throw new UserError('USER_032', { provider, reason: `${count} messages > ${limits.batch}` });
}
