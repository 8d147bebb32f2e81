import type { JsonRecord } from '../../json.js';
import { toSeoulText } from './brand-message.js';

/** One notice that was taken, by KakaoTalk or as a text message. */
export interface NoticeMessage {
  readonly kind: 'alimtalk' | 'sms' | 'lms';
  readonly requestId: string;
  readonly recipientSeq: number;
  readonly recipientNo: string;
  readonly recipientGroupingKey: string | null;
  readonly senderGroupingKey: string | null;
  readonly content: string;
  /** As what it is sent again where KakaoTalk fails; absent where it is not. */
  readonly resendType?: 'SMS' | 'LMS' | undefined;
  readonly takenAt: Date;
}

const kakaoMs = 3_000;
const resentMs = 20_000;
const deliveredMs = 5_000;

/** Numbers that KakaoTalk cannot deliver to: `01000003104` has none. */
const withoutKakao = ['01000003104', '01000003107'];
/** A phone that is switched off for good. */
const deadNumber = '01000003032';

/** Code of a recipient whom nothing is sent to: `01000001062` is no number. */
export function doorCodeOf(recipientNo: string): number {
  return /^0\d{8,11}$/.test(recipientNo) && recipientNo !== '01000001062' ? 0 : -5000;
}

const open = { messageStatus: 'COMPLETED', resultCode: null, resultCodeName: null, resendStatus: 'RSC01' };
const arrived = { ...open, resultCode: 'MRC01', resultCodeName: '성공' };
const refused = { ...open, messageStatus: 'FAILED', resultCode: 'MRC02', resultCodeName: '실패' };

/** What `RSC02` to `RSC04` tell of the text message that follows is from memory. */
function kakaoResult({ recipientNo, resendType }: NoticeMessage, elapsedMs: number): JsonRecord {
  if (elapsedMs < kakaoMs) {
    return open;
  }
  if (!withoutKakao.includes(recipientNo)) {
    return arrived;
  }
  const followed = elapsedMs >= resentMs ? 'RSC04' : 'RSC02';
  return resendType === undefined ? refused : { ...refused, resendStatus: followed };
}

/** An AlimTalk as the list shows it. */
export function toAlimTalkView(message: NoticeMessage, at: Date): JsonRecord {
  const { takenAt, kind: _, ...shown } = message;
  return {
    ...shown,
    ...kakaoResult(message, at.getTime() - takenAt.getTime()),
    resendType: message.resendType ?? null,
    requestDate: toSeoulText(takenAt),
    createDate: toSeoulText(takenAt),
  };
}

/** A text message as the list shows it: 2 being worked on, 3 delivered, 0 failed. */
export function toTextView(message: NoticeMessage, at: Date): JsonRecord {
  const { content, takenAt, kind: _, ...shown } = message;
  const isSettled = at.getTime() - takenAt.getTime() >= deliveredMs;
  const isFailed = message.recipientNo === deadNumber;
  return {
    ...shown,
    body: content,
    msgStatus: isSettled ? (isFailed ? '0' : '3') : '2',
    resultCode: isSettled ? (isFailed ? '3032' : '1000') : null,
    requestDate: toSeoulText(takenAt),
    resultDate: isSettled ? toSeoulText(new Date(takenAt.getTime() + deliveredMs)) : null,
  };
}
