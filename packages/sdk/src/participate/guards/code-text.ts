import { findWord, words } from '../../rules/words.js';

/** Characters of a name that leave the whole message within the 90 bytes of an SMS. */
const nameCharacters = 12;

/**
 * What the person who asked for a code gets. It is information that they asked for, so it goes out at night as well:
 * 정보통신망법 §50③ (21:00 to 08:00) binds advertising. A store whose name promotes is not named.
 */
export function codeText(storeName: string, code: string): string {
  const line = [...storeName.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, nameCharacters).join('');
  const name = line === '' || findWord(storeName, words.promotion) !== undefined ? '매장' : line;
  return `[${name}] 인증번호 ${code}\n3분 안에 입력하세요. 남에게 알리지 마세요.`;
}
