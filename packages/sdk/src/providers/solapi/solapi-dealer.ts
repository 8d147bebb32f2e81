import { ProviderError } from '../../errors/index.js';
import { type DealerBatch, type KakaoDealer, toRowKey, totalOf } from '../kakao-dealer.js';
import { messagePrices } from './prices.js';
import {
  createSolapiClient,
  type SolapiMessage,
  type SolapiOptions,
  type SolapiRows,
} from './solapi-client.js';
import { outcomeOf, reasonOf } from './status-codes.js';

export interface SolapiDealerOptions extends SolapiOptions {
  /** Id of the business channel, `KA01PF…`. */
  readonly channelId: string;
}

const provider = 'solapi';

/** Brand messages through Solapi, free in form. A lost request is looked up by our reference in `customFields`. */
export function createSolapiDealer({ channelId, ...options }: SolapiDealerOptions): KakaoDealer {
  const client = createSolapiClient(options);

  return {
    provider,
    mode: options.mode,
    limits: {
      recipients: 10_000,
      source: "Solapi's own library, messages in one request",
      date: '2026-11-20',
    },
    price: messagePrices.brandMessage,
    quietMs: 30_000, // [A] a batch is taken within a second
    reasonOf,

    async send({ text, to }, { reference, signal }) {
      const message = toWire(text, channelId, options.sender);
      const messages = to.map((phone, index): SolapiMessage => {
        const customFields = { reference, rowKey: toRowKey(index, to.length) };
        return { ...message, to: phone, customFields };
      });
      const { groupId, rows } = await client.send(messages, signal);
      const outcomes = messages.map(({ customFields: { rowKey } }) =>
        outcomeOf(rows.get(rowKey)?.statusCode ?? taken),
      );
      return { batchId: groupId, total: to.length, sentAt: options.now(), outcomes };
    },

    async find({ reference, signal }) {
      const rows = await client.find(reference, signal);
      return rows.size === 0 ? undefined : toBatch(rows);
    },

    async results(batchId, signal) {
      const rows = await client.group(batchId, signal);
      if (rows.size > 0) return toBatch(rows);
      throw new ProviderError('PROVIDER_004', { provider, reason: 'a group without messages' });
    },
  };
}

const taken = '2000';

function toWire(text: string, pfId: string, from: string): Omit<SolapiMessage, 'to' | 'customFields'> {
  const bms = { targeting: 'I', chatBubbleType: 'TEXT', adult: false };
  return { from, type: 'BMS_FREE', text, kakaoOptions: { pfId, disableSms: true, bms } };
}

/** @throws ProviderError `PROVIDER_004` for messages without a group: they could not be followed. */
function toBatch(rows: SolapiRows): DealerBatch {
  const listed = [...rows.values()];
  const batchId = listed.find(({ groupId }) => groupId !== undefined)?.groupId;
  if (batchId === undefined)
    throw new ProviderError('PROVIDER_004', { provider, reason: 'messages without a group' });
  return {
    batchId,
    total: totalOf([...rows.keys()]),
    sentAt: listed.find(({ dateCreated }) => dateCreated)?.dateCreated,
    outcomes: listed.map(({ statusCode }) => outcomeOf(statusCode)),
  };
}
