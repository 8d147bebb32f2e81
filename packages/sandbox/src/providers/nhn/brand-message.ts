import type { JsonRecord } from '../../json.js';
import { toSeoulMinuteOfDay } from '../../seoul-time.js';

/** One message that was taken. */
export interface BrandMessage {
  readonly requestId: string;
  readonly recipientSeq: number;
  readonly recipientNo: string;
  readonly recipientGroupingKey: string | null;
  readonly senderGroupingKey: string | null;
  readonly content: string;
  readonly takenAt: Date;
}

const workedOffMs = 2_000;
const deliveredMs = 8_000;
const nightFromMinute = 20 * 60 + 50;
const nightToMinute = 8 * 60;

/** Words of a delivery that failed, by the last digits of the number: `01000003102` is no friend. */
const failures: Readonly<Record<string, string>> = {
  '3102': '채널 친구가 아닙니다',
  '3104': '카카오톡 사용자가 아닙니다',
  '3107': '차단했거나 72시간 동안 접속하지 않았습니다',
};
/** This one never gets a result. */
const silentNumber = '01000003000';

/** Code of a recipient whom nothing is sent to, by the number: `01000003301` has refused advertising. */
export function toDoorCode(recipientNo: string): number {
  if (!/^0\d{8,11}$/.test(recipientNo)) {
    return -5000;
  }
  return recipientNo === '01000003301' ? -3301 : 0;
}

function toFailure({ recipientNo, takenAt }: BrandMessage): string | undefined {
  const minute = toSeoulMinuteOfDay(takenAt);
  const isNight = minute >= nightFromMinute || minute < nightToMinute;
  const code = /^0100000(\d{4})$/.exec(recipientNo)?.[1] ?? '';
  return isNight ? '보낼 수 없는 시간입니다' : failures[code];
}

export const settledAt = ({ takenAt }: BrandMessage): Date => new Date(takenAt.getTime() + deliveredMs);

function isSettled(message: BrandMessage, at: Date): boolean {
  return message.recipientNo !== silentNumber && at >= settledAt(message);
}

/** True once the friend has it. */
export function isDelivered(message: BrandMessage, at: Date): boolean {
  return isSettled(message, at) && toFailure(message) === undefined;
}

/** `COMPLETED` comes before any result: the request was worked off, and Kakao has not answered yet. */
function toResult(message: BrandMessage, at: Date): JsonRecord {
  const failure = toFailure(message);
  if (!isSettled(message, at)) {
    const isWorkedOff = at.getTime() >= message.takenAt.getTime() + workedOffMs;
    return { messageStatus: isWorkedOff ? 'COMPLETED' : 'READY', resultCode: null, resultCodeName: null };
  }
  return failure === undefined
    ? { messageStatus: 'COMPLETED', resultCode: 'MRC01', resultCodeName: '성공' }
    : { messageStatus: 'FAILED', resultCode: 'MRC02', resultCodeName: failure };
}

/** `2026-11-20 19:00:00`, in Seoul. */
export function toSeoulText(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A message as the list shows it. */
export function toMessageView(message: BrandMessage, at: Date): JsonRecord {
  const { content: _content, takenAt, ...shown } = message;
  return {
    ...shown,
    ...toResult(message, at),
    plusFriendId: '@sandbox',
    targeting: 'I',
    chatBubbleType: 'TEXT',
    pushAlarm: true,
    isAddedChannel: true,
    requestDate: toSeoulText(takenAt),
    createDate: toSeoulText(takenAt),
    receiveDate: isSettled(message, at) ? toSeoulText(settledAt(message)) : null,
  };
}
