import type { MediaStore } from '../media-store.js';
import type { Message, Messenger } from '../messenger.js';

export interface OutboxMessengerOptions {
  readonly media: MediaStore;
}

const nothing = { value: 0, source: 'nothing is sent from here', date: '2026-11-20' } as const;

/** Why a local message was not taken. */
const reason = 'nobody was told: no messenger is connected';

/**
 * Sends nothing to anyone: writes down what would be said, without phones, and reports every message as
 * not accepted. Nobody has been told, and no later look-up will change that.
 */
export function createOutboxMessenger({ media }: OutboxMessengerOptions): Messenger {
  return {
    provider: 'outbox',
    mode: 'local',
    idempotency: 'keyed',
    quietMs: 0,
    kindOf: () => 'lms',
    price: () => nothing,
    priceKrw: () => 0,

    async send(messages, reference) {
      await media.write(`outbox/notices/${reference}.txt`, new TextEncoder().encode(toText(messages)));
      return messages.map(({ key }) => ({ key, accepted: false, reason }));
    },
  };
}

function toText(messages: readonly Message[]): string {
  return [
    '※ 아래 문자는 보내지 않았습니다. 문자 서비스가 연결되어 있지 않습니다.',
    '※ 당첨자에게 직접 알려 주세요. 전화번호는 이 파일에 적지 않습니다.',
    ...messages.map(({ phone, text }) => `----- 받는 사람 끝 번호 ${phone.slice(-4)}\n${text}`),
    '',
  ].join('\n\n');
}
