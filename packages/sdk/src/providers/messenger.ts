import type { Idempotency } from '../runs/journal.js';
import type { MessageKind, NoticeKind } from '../schema/notice.js';
import type { Mode } from '../schema/primitives.js';
import type { Price } from './price.js';

/** A text that the store has approved beforehand, and what stands in its places, by the names in `#{…}`. */
interface FilledTemplate {
  readonly name: NoticeKind;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Message {
  /** Stable key of the recipient within the batch, never the phone. */
  readonly key: string;
  /** E.164. Never logged, never in an error. */
  readonly phone: string;
  /** Informational only: advertising has no way through here. */
  readonly text: string;
  /** The same words, to the character, as a template. Sent by KakaoTalk where the messenger knows the template. */
  readonly template?: FilledTemplate;
}

export interface Delivery {
  readonly key: string;
  readonly accepted: boolean;
  /** As what it was handed over. */
  readonly kind?: MessageKind;
  readonly externalId?: string;
  /** The provider's code, when it refused. */
  readonly reason?: string;
  /** Characters that the message could not hold and that were left out. */
  readonly dropped?: readonly string[];
}

/** What became of a message that had been taken. */
export interface Outcome {
  readonly state: 'pending' | 'delivered' | 'failed';
  /** As what it reached the phone: a text message where KakaoTalk could not deliver it. */
  readonly kind: MessageKind;
  /** The provider's code, when it failed. */
  readonly reason?: string;
}

/** Sends informational messages to people. A batch may succeed in part. */
export interface Messenger {
  readonly provider: string;
  readonly mode: Mode;
  readonly idempotency: Idempotency;
  readonly quietMs: number;
  /** As what this message would go out. */
  kindOf(message: Message): MessageKind;
  /** Of one message, won, without tax. */
  price(kind: MessageKind): Price;
  /** Most that this batch may cost, won: a KakaoTalk message may end as a text message. */
  priceKrw(messages: readonly Message[]): number;
  send(messages: readonly Message[], reference: string, signal?: AbortSignal): Promise<Delivery[]>;
  /** What came of an earlier, unanswered batch; `undefined` when the provider never got it. */
  find?(
    messages: readonly Message[],
    reference: string,
    signal?: AbortSignal,
  ): Promise<Delivery[] | undefined>;
  /** What became of a batch that was taken, by the keys of its messages. */
  results?(reference: string, signal?: AbortSignal): Promise<ReadonlyMap<string, Outcome>>;
  /** The templates that the provider keeps as approved, by our names; absent where there are none. */
  approved?(signal?: AbortSignal): Promise<ReadonlyMap<NoticeKind, ApprovedTemplate | undefined>>;
}

/** A template as the provider keeps it. */
export interface ApprovedTemplate {
  readonly text: string;
  /** False while it is under review, or was turned down. */
  readonly approved: boolean;
}
