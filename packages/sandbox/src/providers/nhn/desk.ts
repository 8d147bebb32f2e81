import type { AcceptedRequest } from '../../provider.js';
import type { SandboxResponse } from '../../response.js';
import { seededCode } from '../../seeded.js';
import type { Shown } from '../../shown.js';
import type { World } from '../../world.js';
import { type BrandMessage, isDelivered, settledAt, toDoorCode, toSeoulText } from './brand-message.js';
import { readBrandRequest } from './brand-request.js';
import { answerList } from './list-query.js';
import { nhnAnswer, refuseNhn, wordsOf } from './nhn-answer.js';

/** How long a key keeps a second request away, on the virtual clock. The answer to the first is not told again. */
const keyLifetimeMs = 10 * 60_000;

export interface Desk {
  /** Refuses an idempotency key that was used a short while ago. */
  spendKey(request: AcceptedRequest): void;
  send(request: AcceptedRequest): SandboxResponse;
  list(request: AcceptedRequest): SandboxResponse;
  shown(at: Date): readonly Shown[];
}

/** Remembers which keys were used, and refuses one that was used a short while ago. */
function createKeyBook(): Desk['spendKey'] {
  const usedKeys = new Map<string, number>();
  return ({ facts, at }) => {
    const key = typeof facts === 'string' ? facts : undefined;
    if (key === undefined) {
      return;
    }
    const usedAt = usedKeys.get(key);
    if (usedAt !== undefined && at.getTime() - usedAt < keyLifetimeMs) {
      refuseNhn(-1005);
    }
    usedKeys.set(key, at.getTime());
  };
}

/** Takes messages in: keys, ids, who is refused at the door. What becomes of them later follows from the clock. */
export function createDesk(world: World): Desk {
  const messages: BrandMessage[] = [];

  const spendKey = createKeyBook();

  return {
    spendKey,
    send(request) {
      spendKey(request);
      const { recipients, senderGroupingKey, content } = readBrandRequest(request);
      const { at } = request;
      const number = world.nextNumber('nhn request');
      const stamp = toSeoulText(at).replaceAll(/\D/g, '');
      const requestId = `${stamp}${seededCode(6, world.seed, 'nhn', number)}${String(number).padStart(6, '0')}`;
      const sendResults = recipients.map((recipient, index) => {
        const resultCode = toDoorCode(recipient.recipientNo);
        return { ...recipient, recipientSeq: index + 1, resultCode, resultMessage: wordsOf(resultCode) };
      });
      const taken = sendResults.filter(({ resultCode }) => resultCode === 0);
      if (taken.length === 0) {
        return nhnAnswer(-1031, { message: { requestId, senderGroupingKey, sendResults } });
      }
      messages.unshift(
        ...taken.map(({ recipientSeq, recipientNo, recipientGroupingKey }) => {
          const mine = { recipientSeq, recipientNo, recipientGroupingKey };
          return { ...mine, requestId, senderGroupingKey, content, takenAt: at };
        }),
      );
      world.publish({
        provider: 'nhn',
        channel: 'BRAND_MESSAGE',
        externalId: requestId,
        ...(senderGroupingKey === null ? {} : { reference: senderGroupingKey }),
        at: at.toISOString(),
      });
      return nhnAnswer(0, { message: { requestId, senderGroupingKey, sendResults } });
    },
    list: ({ query, at }) => answerList(messages, query, at),
    shown(at) {
      const seen = new Map(
        messages.filter((message) => isDelivered(message, at)).map((message) => [message.requestId, message]),
      );
      return [...seen.values()].map((message) => ({
        provider: 'nhn',
        channel: 'BRAND_MESSAGE',
        externalId: message.requestId,
        text: message.content,
        media: [],
        since: settledAt(message).toISOString(),
      }));
    },
  };
}
