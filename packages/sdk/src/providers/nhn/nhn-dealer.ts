import { ProviderError } from '../../errors/index.js';
import { type KakaoDealer, toRowKey } from '../kakao-dealer.js';
import { listWindows } from './list-windows.js';
import { toBatch, toSent } from './nhn-answer.js';
import { createNhnClient, type NhnOptions } from './nhn-client.js';
import { brandMessagePrice } from './prices.js';
import { reasonOf } from './result-codes.js';

export interface NhnDealerOptions extends NhnOptions {
  /** Of the Kakao sender profile, 40 characters. */
  readonly senderKey: string;
}

const provider = 'nhn';

/**
 * Brand messages through NHN Cloud, v1.0, free in form. Its idempotency key refuses a repetition for ten minutes without
 * telling what came of the first, and its guide names it for other messages than these: so a lost request is looked up by
 * our reference, its `senderGroupingKey`, and never repeated by itself.
 */
export function createNhnDealer({ senderKey, ...options }: NhnDealerOptions): KakaoDealer {
  const client = createNhnClient(options);

  return {
    provider,
    mode: options.mode,
    limits: { recipients: 1_000, source: "NHN Cloud's guide, recipientList", date: '2026-11-20' },
    price: brandMessagePrice,
    quietMs: 30_000, // [A] a batch is taken within a second
    reasonOf,

    async send({ text, to }, { reference, signal }) {
      const message = {
        senderKey,
        chatBubbleType: 'TEXT',
        pushAlarm: true,
        adult: false,
        content: text,
        senderGroupingKey: reference,
        recipientList: to.map((phone, index) => toRecipient(phone, toRowKey(index, to.length))),
      };
      return toSent(await client.send(message, reference, signal), to.length, options.now());
    },

    async find({ reference, signal }) {
      for (const window of listWindows(options.now())) {
        const filters = { ...window, senderGroupingKey: reference };
        const rows = await client.list(filters, (row) => row.senderGroupingKey === reference, signal);
        if (rows.length > 0) return toBatch(rows);
      }
      return undefined;
    },

    async results(requestId, signal) {
      const rows = await client.list({ requestId }, (row) => row.requestId === requestId, signal);
      if (rows.length > 0) return toBatch(rows);
      throw new ProviderError('PROVIDER_004', { provider, reason: 'a request without messages' });
    },
  };
}

/** Without a text message instead, which the console may have switched on for all. */
function toRecipient(recipientNo: string, recipientGroupingKey: string) {
  return { recipientNo, targeting: 'I', resendParameter: { isResend: false }, recipientGroupingKey };
}
