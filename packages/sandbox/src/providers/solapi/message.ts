import { statusTexts } from './status-codes.js';

export interface SolapiMessage {
  readonly messageId: string;
  readonly groupId: string;
  readonly type: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly customFields: Readonly<Record<string, string>>;
  readonly acceptedAt: Date;
  /** When it is handed on: the booking, or at once. */
  readonly sendsAt: Date;
  /** Code it ends with; a code from 1000 means that it was never registered. */
  readonly finalCode: string;
  /** Sent again as SMS or LMS after Kakao refused it. */
  readonly replaced: boolean;
}

const handedOnMs = 2_000;
const deliveredMs = 8_000;
/** A fallback takes a while longer. */
const replacedMs = 30_000;

export const isRegistered = ({ finalCode }: SolapiMessage): boolean => !finalCode.startsWith('1');

const settledAt = ({ sendsAt, replaced }: SolapiMessage): number =>
  sendsAt.getTime() + (replaced ? replacedMs : deliveredMs);

/** 2000 accepted, 3000 handed on, then the end: by the virtual clock alone. */
export function toStatusCode(message: SolapiMessage, at: Date): string {
  const now = at.getTime();
  if (!isRegistered(message)) {
    return message.finalCode;
  }
  if (now >= settledAt(message)) {
    return message.replaced ? '4000' : message.finalCode;
  }
  return now >= message.sendsAt.getTime() + handedOnMs ? '3000' : '2000';
}

/** Since when somebody has it, or `undefined` while nobody does. */
export function deliveredSince(message: SolapiMessage, at: Date): Date | undefined {
  return toStatusCode(message, at) === '4000' ? new Date(settledAt(message)) : undefined;
}

/** A message as the list shows it. */
export function toMessageView(message: SolapiMessage, at: Date): Record<string, unknown> {
  const statusCode = toStatusCode(message, at);
  const isSettled = at.getTime() >= settledAt(message);
  return {
    messageId: message.messageId,
    groupId: message.groupId,
    accountId: 'sandbox',
    type: message.type,
    to: message.to,
    from: message.from,
    text: message.text,
    country: '82',
    statusCode,
    statusMessage: statusTexts[statusCode] ?? '',
    reason: statusTexts[statusCode] ?? '',
    replacement: message.replaced && isSettled,
    customFields: message.customFields,
    dateCreated: message.acceptedAt.toISOString(),
    dateUpdated: (isSettled ? new Date(settledAt(message)) : message.acceptedAt).toISOString(),
  };
}
