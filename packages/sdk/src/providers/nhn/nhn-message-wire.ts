import { toDomestic } from '../solapi/solapi-client.js';
import { type NhnAlimTalk, type NhnDraft, titleOf } from './nhn-message-draft.js';

interface Sender {
  /** Registered sender number. */
  readonly sendNo: string;
  /** Ours. NHN keeps it with every message, and finds messages by it. */
  readonly reference: string;
}

/**
 * One request for AlimTalk: messages of one template. Where KakaoTalk fails, NHN itself sends the same words as a text
 * message.
 */
export function toAlimTalkBody(
  drafts: readonly NhnDraft[],
  { senderKey }: NhnAlimTalk,
  { sendNo, reference }: Sender,
): object {
  return {
    senderKey,
    templateCode: drafts[0]?.templateCode,
    senderGroupingKey: reference,
    recipientList: drafts.map(({ key, phone, text, template, textKind }) => ({
      recipientNo: toDomestic(phone),
      templateParameter: template?.variables ?? {},
      recipientGroupingKey: key,
      resendParameter: {
        isResend: true,
        resendType: textKind.toUpperCase(),
        ...(textKind === 'lms' && { resendTitle: titleOf(text) }),
        resendContent: text,
        resendSendNo: sendNo,
      },
    })),
  };
}

/** One request for one text message: all recipients of a request get the same words, and ours name the person. */
export function toTextBody(draft: NhnDraft, { sendNo, reference }: Sender): object {
  const { key, phone, text, textKind } = draft;
  return {
    ...(textKind === 'lms' && { title: titleOf(text) }),
    body: text,
    sendNo,
    senderGroupingKey: reference,
    recipientList: [{ recipientNo: toDomestic(phone), recipientGroupingKey: key }],
  };
}
