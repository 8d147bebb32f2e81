import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, listAt, textAt } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import type { CountKoreanBytes } from '../solapi/korean-bytes.js';
import { checkTemplate } from '../solapi/templates.js';
import { refuseNhn } from './nhn-answer.js';
import { doorCodeOf, type NoticeMessage } from './notice-message.js';

/** One recipient of a request, with the code of a refusal or 0. */
interface NoticeRow
  extends Pick<NoticeMessage, 'recipientNo' | 'recipientGroupingKey' | 'content' | 'resendType'> {
  readonly resultCode: number;
}

export interface NoticeRequest {
  readonly senderGroupingKey: string | null;
  readonly rows: readonly NoticeRow[];
}

const mostRecipients = 1_000;
const { NHN_SENDER_KEY, NHN_SMS_SEND_NO } = credentials.nhn;
const { NHN_TEMPLATE_WINNER, NHN_TEMPLATE_REMINDER, NHN_TEMPLATE_VOID } = credentials.nhn;
const { SOLAPI_TEMPLATE_WINNER, SOLAPI_TEMPLATE_REMINDER, SOLAPI_TEMPLATE_VOID } = credentials.solapi;

/** Both dealers keep the same templates, each under its own name. */
export const templateIds: Readonly<Record<string, string>> = {
  [NHN_TEMPLATE_WINNER]: SOLAPI_TEMPLATE_WINNER,
  [NHN_TEMPLATE_REMINDER]: SOLAPI_TEMPLATE_REMINDER,
  [NHN_TEMPLATE_VOID]: SOLAPI_TEMPLATE_VOID,
};

function readRows(request: AcceptedRequest): {
  readonly body: JsonRecord;
  readonly rows: readonly JsonRecord[];
} {
  const body = readJsonBody(request);
  if (!isRecord(body) || readContentType(request) !== 'application/json') {
    return refuseNhn(-9996);
  }
  const rows = listAt(body, 'recipientList').filter(isRecord);
  if (rows.length === 0) {
    refuseNhn(-4011);
  }
  return rows.length > mostRecipients ? refuseNhn(-2004) : { body, rows };
}

const recipientOf = (row: JsonRecord) => ({
  recipientNo: textAt(row, 'recipientNo') ?? '',
  recipientGroupingKey: textAt(row, 'recipientGroupingKey') ?? null,
});

/** The text that KakaoTalk's failure is followed by; nothing where none is. It must go out from a registered number. */
function readResend(row: JsonRecord): Pick<NoticeRow, 'content' | 'resendType'> {
  const resend = row['resendParameter'];
  if (!isRecord(resend) || resend['isResend'] !== true) {
    return { content: '' };
  }
  if (textAt(resend, 'resendSendNo') !== NHN_SMS_SEND_NO) {
    refuseNhn(-1003);
  }
  const resendType = textAt(resend, 'resendType') === 'SMS' ? 'SMS' : 'LMS';
  return { content: textAt(resend, 'resendContent') ?? '', resendType };
}

/** The text beside it must be the template filled in, to the character, or it would say something else. */
function isFit(templateId: string, row: JsonRecord, content: string): boolean {
  const variables = row['templateParameter'];
  const named = Object.entries(isRecord(variables) ? variables : {}).map(([name, value]) => [
    `#{${name}}`,
    value,
  ]);
  return checkTemplate(templateId, Object.fromEntries(named), content) === undefined;
}

/** AlimTalk: the template must be approved and its variables complete. */
export function readAlimTalk(request: AcceptedRequest): NoticeRequest {
  const { body, rows } = readRows(request);
  if (textAt(body, 'senderKey') !== NHN_SENDER_KEY) {
    refuseNhn(-2017);
  }
  const templateId = templateIds[textAt(body, 'templateCode') ?? ''] ?? refuseNhn(-3003);
  return {
    senderGroupingKey: textAt(body, 'senderGroupingKey') ?? null,
    rows: rows.map((row) => {
      const recipient = recipientOf(row);
      const resend = readResend(row);
      const resultCode = isFit(templateId, row, resend.content) ? doorCodeOf(recipient.recipientNo) : -3004;
      return { ...recipient, ...resend, resultCode };
    }),
  };
}

const limits = { sms: 90, lms: 2_000, title: 40 } as const;

/** Text messages: the bytes of the carriers count, and a character they cannot carry fails. */
export function readText(
  request: AcceptedRequest,
  kind: 'sms' | 'lms',
  count: CountKoreanBytes,
): NoticeRequest {
  const { body, rows } = readRows(request);
  if (textAt(body, 'sendNo') !== NHN_SMS_SEND_NO) {
    refuseNhn(-1003);
  }
  const read = (name: string, most: number): string => {
    const text = textAt(body, name) ?? '';
    const bytes = count(text) ?? Number.POSITIVE_INFINITY;
    return bytes > 0 && bytes <= most
      ? text
      : refuseNhn(-2000, `${name} is empty, too long or cannot be sent`);
  };
  const content = read('body', limits[kind]);
  if (kind === 'lms') {
    read('title', limits.title);
  }
  return {
    senderGroupingKey: textAt(body, 'senderGroupingKey') ?? null,
    rows: rows.map((row) => {
      const recipient = recipientOf(row);
      return { ...recipient, content, resultCode: doorCodeOf(recipient.recipientNo) };
    }),
  };
}
