import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../json.js';
import type { CountKoreanBytes } from './korean-bytes.js';
import { isSendableType } from './prices.js';
import { refuseValidation } from './solapi-error.js';

/** One row of a request, checked as far as the server checks a request as a whole. */
export interface MessageInput {
  readonly to: string;
  readonly from: string;
  readonly type: string;
  readonly text: string;
  /** In EUC-KR; `undefined` when a text message cannot hold it. */
  readonly bytes: number | undefined;
  readonly customFields: Readonly<Record<string, string>>;
  readonly kakao: JsonRecord;
}

const mostMessages = 10_000;
const mostBytes: Readonly<Record<string, number>> = { SMS: 90, LMS: 2_000, MMS: 2_000 };
/** From NHN's guide for the same Kakao product. */
const mostBrandCharacters = 1_300;
const bubbleTypes = [
  'TEXT',
  'IMAGE',
  'WIDE',
  'WIDE_ITEM_LIST',
  'COMMERCE',
  'CAROUSEL_FEED',
  'CAROUSEL_COMMERCE',
  'PREMIUM_VIDEO',
];

function readCustomFields(row: JsonRecord): Readonly<Record<string, string>> {
  const fields = Object.entries(recordAt(row, 'customFields'));
  return fields.every(([, value]) => typeof value === 'string')
    ? Object.fromEntries(fields.map(([name, value]) => [name, String(value)]))
    : refuseValidation('customFields must hold text only');
}

/** SMS or LMS by length, when the request leaves the type open. */
function readType(row: JsonRecord, bytes: number | undefined): string {
  const type = textAt(row, 'type') ?? ((bytes ?? 0) > 90 ? 'LMS' : 'SMS');
  return isSendableType(type) ? type : refuseValidation(`type ${type} is not supported`);
}

function checkPlainText({ type, text, from }: MessageInput, bytes: number | undefined): void {
  const limit = mostBytes[type];
  if (limit === undefined) {
    return;
  }
  if (from === '' || text === '') {
    refuseValidation('from and text are required');
  }
  if (bytes === undefined) {
    refuseValidation('text holds a character that EUC-KR does not have');
  } else if (bytes > limit) {
    refuseValidation(`${type} text has ${bytes} bytes, at most ${limit} are allowed`);
  }
}

function checkBrandMessage({ type, text, kakao }: MessageInput): void {
  const bms = recordAt(kakao, 'bms');
  if (type === 'BMS_FREE' && !bubbleTypes.includes(textAt(bms, 'chatBubbleType') ?? '')) {
    refuseValidation('kakaoOptions.bms.chatBubbleType is missing or unknown');
  }
  if (textAt(bms, 'targeting') !== 'I') {
    refuseValidation('kakaoOptions.bms.targeting must be I: M and N need a channel of 50,000 friends');
  }
  if ([...text].length > mostBrandCharacters) {
    refuseValidation(`brand message text is longer than ${mostBrandCharacters} characters`);
  }
}

function checkKakao(message: MessageInput): void {
  if (message.type !== 'ATA' && !message.type.startsWith('BMS_')) {
    return;
  }
  if (textAt(message.kakao, 'pfId') !== credentials.solapi.SOLAPI_PFID) {
    refuseValidation('kakaoOptions.pfId is not a channel of this account');
  }
  if (message.type === 'ATA' && !textAt(message.kakao, 'templateId')) {
    refuseValidation('kakaoOptions.templateId is required');
  }
  if (message.type !== 'ATA') {
    checkBrandMessage(message);
  }
}

function readMessage(row: unknown, countBytes: CountKoreanBytes): MessageInput {
  if (!isRecord(row)) {
    return refuseValidation('messages must hold objects');
  }
  const to = textAt(row, 'to') ?? '';
  if (!/^0\d{8,11}$/.test(to)) {
    refuseValidation('to must be a number of digits only');
  }
  const text = textAt(row, 'text') ?? '';
  const bytes = countBytes(text);
  const message = {
    to,
    from: textAt(row, 'from') ?? '',
    type: readType(row, bytes),
    text,
    bytes,
    customFields: readCustomFields(row),
    kakao: recordAt(row, 'kakaoOptions'),
  };
  checkPlainText(message, bytes);
  checkKakao(message);
  return message;
}

/** Reads the rows of a request, or refuses it as a whole. That length and characters refuse the whole is assumed. */
export function readMessages(body: JsonRecord, countBytes: CountKoreanBytes): readonly MessageInput[] {
  const rows = listAt(body, 'messages');
  if (rows.length === 0 || rows.length > mostMessages) {
    refuseValidation(`messages must have 1 to ${mostMessages} rows`);
  }
  return rows.map((row) => readMessage(row, countBytes));
}
