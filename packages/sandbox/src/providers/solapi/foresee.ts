import { credentials } from '../../credentials.js';
import { recordAt } from '../../json.js';
import { toSeoulMinuteOfDay } from '../../seoul-time.js';
import type { MessageInput } from './read-messages.js';
import { toMagicCode } from './status-codes.js';
import { checkTemplate } from './templates.js';

/** Kakao delivers no advertising from 20:50 to 08:00. */
const nightFromMinute = 20 * 60 + 50;
const nightToMinute = 8 * 60;

function isNight(instant: Date): boolean {
  const minute = toSeoulMinuteOfDay(instant);
  return minute >= nightFromMinute || minute < nightToMinute;
}

function foreseeKakao({ type, kakao, text }: MessageInput, sendsAt: Date): string | undefined {
  if (type === 'ATA') {
    return checkTemplate(kakao['templateId'], recordAt(kakao, 'variables'), text);
  }
  return type.startsWith('BMS_') && isNight(sendsAt) ? '3108' : undefined;
}

/** The code a message will end with, apart from money and duplicates. */
export function foreseeFinalCode(message: MessageInput, sendsAt: Date): string {
  const isForeign = message.from !== '' && message.from !== credentials.solapi.SOLAPI_SENDER;
  return isForeign ? '1062' : (toMagicCode(message.to) ?? foreseeKakao(message, sendsAt) ?? '4000');
}

/** A Kakao message that Kakao refused goes out again as SMS or LMS, unless the sender switched that off. */
export function isReplaced({ type, kakao, from, text, bytes }: MessageInput, finalCode: string): boolean {
  const isKakao = type === 'ATA' || type.startsWith('BMS_');
  const canFallBack = kakao['disableSms'] !== true && from !== '' && (text !== '' || type === 'ATA');
  const isRefused = finalCode.startsWith('3') && finalCode !== '3000';
  return isKakao && canFallBack && bytes !== undefined && isRefused;
}

/** As what a row is paid for: a text message where that goes out in place of a Kakao message. */
export function toPaidType(message: MessageInput, finalCode: string): string {
  if (!isReplaced(message, finalCode)) {
    return message.type;
  }
  return message.text === '' || (message.bytes ?? 0) > 90 ? 'LMS' : 'SMS';
}
