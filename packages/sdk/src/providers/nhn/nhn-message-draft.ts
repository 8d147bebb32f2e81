import { UserError } from '../../errors/index.js';
import { cp949Length, fitCp949 } from '../../schema/cp949.js';
import type { MessageKind, NoticeKind } from '../../schema/notice.js';
import type { Message } from '../messenger.js';

/**
 * Bytes in EUC-KR of a text message and of its title, characters of an AlimTalk. Source: NHN Cloud's guides to SMS v3.0
 * and AlimTalk v2.3, read 2026-11-20. Its table of errors says 1,300 characters; 1,000 suits every dealer.
 */
const limits = { sms: 90, lms: 2_000, title: 40, alimtalk: 1_000 } as const;

/** What AlimTalk needs beside text messages. */
export interface NhnAlimTalk {
  readonly appkey: string;
  readonly secretKey: string;
  readonly baseUrl: string;
  /** Of the Kakao sender profile, 40 characters. */
  readonly senderKey: string;
  /** Codes of the approved templates, 20 characters at most. */
  readonly templates: Readonly<Partial<Record<NoticeKind, string>>>;
}

/** A message as a phone can take it. */
export interface NhnDraft extends Message {
  readonly kind: MessageKind;
  /** As what it arrives where KakaoTalk cannot deliver it. */
  readonly textKind: 'sms' | 'lms';
  readonly templateCode?: string;
  readonly dropped: readonly string[];
}

/** @throws UserError `USER_032` for a text that is too long for any */
export function toNhnDraft(message: Message, alimTalk: NhnAlimTalk | undefined): NhnDraft {
  const { text, dropped } = fitCp949(message.text);
  const bytes = cp949Length(text);
  if (bytes > limits.lms)
    throw new UserError('USER_032', { provider: 'nhn', reason: `${bytes} bytes > ${limits.lms}` });
  const textKind = bytes <= limits.sms ? 'sms' : 'lms';
  const templateCode = message.template && alimTalk?.templates[message.template.name];
  // what KakaoTalk shows and what a text message can hold must be the same words
  const fits = dropped.length === 0 && message.text.length <= limits.alimtalk;
  if (templateCode === undefined || !fits) return { ...message, text, dropped, kind: textKind, textKind };
  return { ...message, dropped, kind: 'alimtalk', textKind, templateCode };
}

/** A long message has a title: as much of its first line as fits. */
export function titleOf(text: string): string {
  let title = '';
  for (const character of text.split('\n', 1)[0] ?? '') {
    if (cp949Length(title + character) > limits.title) break;
    title += character;
  }
  return title.trimEnd();
}
