import { UserError } from '../../errors/index.js';
import { cp949Length, fitCp949 } from '../../schema/cp949.js';
import type { MessageKind, NoticeKind } from '../../schema/notice.js';
import type { Message } from '../messenger.js';
import { type SolapiMessage, toDomestic } from './solapi-client.js';

/** Bytes in CP949 of a text message, characters of an AlimTalk. Source: Solapi's documents, read 2026-11-20. */
const limits = { sms: 90, lms: 2_000, alimtalk: 1_000 } as const;

/** What AlimTalk needs beside the credentials. */
export interface AlimTalk {
  /** Id of the business channel, `KA01PF…`. */
  readonly pfId: string;
  /** Ids of the approved templates, `KA01TP…`. */
  readonly templates: Readonly<Partial<Record<NoticeKind, string>>>;
}

/** A message as a phone can take it. */
export interface Draft extends Message {
  readonly kind: MessageKind;
  /** As what it arrives where KakaoTalk cannot deliver it. */
  readonly textKind: 'sms' | 'lms';
  readonly templateId?: string;
  readonly dropped: readonly string[];
}

/** @throws UserError `USER_032` for a text that is too long for any */
export function toDraft(message: Message, alimTalk: AlimTalk | undefined): Draft {
  const { text, dropped } = fitCp949(message.text);
  const bytes = cp949Length(text);
  if (bytes > limits.lms)
    throw new UserError('USER_032', { provider: 'solapi', reason: `${bytes} bytes > ${limits.lms}` });
  const textKind = bytes <= limits.sms ? 'sms' : 'lms';
  const templateId = message.template && alimTalk?.templates[message.template.name];
  // what KakaoTalk shows and what a text message can hold must be the same words
  const fits = dropped.length === 0 && message.text.length <= limits.alimtalk;
  if (templateId === undefined || !fits) return { ...message, text, dropped, kind: textKind, textKind };
  return { ...message, dropped, kind: 'alimtalk', textKind, templateId };
}

const types = { sms: 'SMS', lms: 'LMS' } as const;

/** Where KakaoTalk fails, Solapi itself sends the same words as a text message. */
export function toWire(
  draft: Draft,
  from: string,
  reference: string,
  pfId: string | undefined,
): SolapiMessage {
  const { phone, text, key, template, templateId, textKind } = draft;
  const common = { to: toDomestic(phone), from, text, customFields: { reference, rowKey: key } };
  if (templateId === undefined) return { ...common, type: types[textKind] };
  const variables = Object.fromEntries(
    Object.entries(template?.variables ?? {}).map(([name, value]) => [`#{${name}}`, value]),
  );
  return { ...common, type: 'ATA', kakaoOptions: { pfId, templateId, variables, disableSms: false } };
}
