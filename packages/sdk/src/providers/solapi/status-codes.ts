import type { Bilingual } from '../../errors/index.js';
import type { PersonOutcome } from '../kakao-dealer.js';

/** Accepted, handed on, delivered. Source: Solapi's status codes, read 2026-11-20. */
const pendingCodes = ['2000', '3000'];
const deliveredCode = '4000';

/** 1xxx is refused at the door; 2xxx failed on Solapi's side, 3xxx on the carrier's or Kakao's. Any other is not final. */
export function outcomeOf(code: string): PersonOutcome {
  if (code === deliveredCode) return { state: 'delivered' };
  if (pendingCodes.includes(code)) return { state: 'pending' };
  if (code.startsWith('1')) return { state: 'refused', code };
  return code.startsWith('2') || code.startsWith('3') ? { state: 'failed', code } : { state: 'pending' };
}

/** Solapi's code for why it did not take a message; nothing when it did. */
export function refusalOf(code: string): string | undefined {
  return code === deliveredCode || pendingCodes.includes(code) ? undefined : code;
}

/** Source: the same table. */
const reasons: Readonly<Record<string, Bilingual>> = {
  '1020': { ko: '솔라피 인증에 실패했습니다', en: 'Solapi did not accept the credentials' },
  '1026': { ko: '같은 번호가 두 번 들어 있습니다', en: 'the same number was in the request twice' },
  '1030': { ko: '솔라피 잔액이 부족합니다', en: 'the balance at Solapi does not suffice' },
  '1062': { ko: '등록되지 않은 발신번호입니다', en: 'the sender number is not registered' },
  '3032': { ko: '없는 번호입니다', en: 'the number is nobody’s' },
  '3054': { ko: '스팸으로 차단되었습니다', en: 'it was blocked as spam' },
  '3102': { ko: '채널 친구가 아닙니다', en: 'not a friend of the channel' },
  '3103': { ko: '승인된 템플릿과 내용이 다릅니다', en: 'it differs from the approved template' },
  '3104': { ko: '카카오톡을 쓰지 않는 번호입니다', en: 'the number has no KakaoTalk' },
  '3105': { ko: '등록되지 않은 템플릿입니다', en: 'the template is not registered' },
  '3107': {
    ko: '채널을 차단했거나 72시간 동안 카카오톡을 쓰지 않았습니다',
    en: 'the channel is blocked, or KakaoTalk was not used for 72 hours',
  },
  '3108': { ko: '광고를 보낼 수 없는 시간입니다', en: 'outside the hours for advertising' },
};

/** By the first digit, for the many codes that have no words of their own. */
const families: Readonly<Record<string, Bilingual>> = {
  '1': { ko: '솔라피가 접수하지 않았습니다', en: 'Solapi did not take it' },
  '2': { ko: '솔라피에서 처리하지 못했습니다', en: 'Solapi could not process it' },
  '3': { ko: '통신사나 카카오가 전달하지 못했습니다', en: 'the carrier or Kakao did not deliver it' },
};

const unknown: Bilingual = { ko: '알 수 없는 이유입니다', en: 'the reason is not known' };

export function reasonOf(code: string): Bilingual {
  return reasons[code] ?? families[code.charAt(0)] ?? unknown;
}
