import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, listAt, textAt } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { refuseNhn } from './nhn-answer.js';

interface Recipient {
  readonly recipientNo: string;
  readonly recipientGroupingKey: string | null;
}

/** A free-form request, checked as far as the server checks a request as a whole. */
export interface BrandRequest {
  readonly content: string;
  readonly senderGroupingKey: string | null;
  readonly recipients: readonly Recipient[];
}

const mostRecipients = 1_000;
const mostCharacters = 1_300;
const mostLineBreaks = 99;
const mostKeyCharacters = 100;
const bubbleTypes = [
  'TEXT',
  'IMAGE',
  'WIDE',
  'WIDE_ITEM_LIST',
  'PREMIUM_VIDEO',
  'COMMERCE',
  'CAROUSEL_FEED',
  'CAROUSEL_COMMERCE',
];
/** A message with this word is refused as a whole. */
const bannedWord = 'SANDBOX_BANNED';

function readKey(record: JsonRecord, name: string): string | null {
  const key = textAt(record, name) ?? null;
  return key !== null && key.length > mostKeyCharacters
    ? refuseNhn(-2000, `The '${name}' must be at less than or equal to ${mostKeyCharacters}.`)
    : key;
}

function readContent(body: JsonRecord): string {
  const content = textAt(body, 'content') ?? '';
  if (content === '') {
    refuseNhn(-2001, "The 'content' must not be blank.");
  }
  if ([...content].length > mostCharacters || content.split('\n').length - 1 > mostLineBreaks) {
    refuseNhn(-2000, `The 'content' must be at less than or equal to ${mostCharacters}.`);
  }
  return content.includes(bannedWord) ? refuseNhn(-8008) : content;
}

function readRecipient(row: unknown): Recipient {
  if (!isRecord(row) || !textAt(row, 'recipientNo')) {
    return refuseNhn(-2001, "The 'recipientNo' must not be blank.");
  }
  const targeting = textAt(row, 'targeting') ?? 'M';
  if (targeting !== 'I') {
    refuseNhn(-4029);
  }
  const recipientGroupingKey = readKey(row, 'recipientGroupingKey');
  return { recipientNo: textAt(row, 'recipientNo') ?? '', recipientGroupingKey };
}

/** Reads a request, or refuses it as a whole. That a missing `targeting` means M is assumed. */
export function readBrandRequest(request: AcceptedRequest): BrandRequest {
  const body = readJsonBody(request);
  if (!isRecord(body) || readContentType(request) !== 'application/json') {
    return refuseNhn(-9996);
  }
  if (textAt(body, 'senderKey') !== credentials.nhn.NHN_SENDER_KEY) {
    refuseNhn(-2017);
  }
  if (!bubbleTypes.includes(textAt(body, 'chatBubbleType') ?? '')) {
    refuseNhn(4, 'chatBubbleType is missing or unknown');
  }
  const rows = listAt(body, 'recipientList');
  if (rows.length === 0) {
    refuseNhn(-4011);
  }
  if (rows.length > mostRecipients) {
    refuseNhn(-2004, `The 'recipientList' must be between 1 and ${mostRecipients}.`);
  }
  return {
    content: readContent(body),
    senderGroupingKey: readKey(body, 'senderGroupingKey'),
    recipients: rows.map(readRecipient),
  };
}
