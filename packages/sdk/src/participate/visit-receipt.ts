import { UserError } from '../errors/index.js';

/** Shorter numbers are guessed, and no till prints longer ones. Our own choice. */
const lengths = { least: 4, most: 32 };

/**
 * A number as it counts: what people add or leave out between its characters makes no other receipt of it.
 *
 * @throws UserError `USER_001` when it is none, or not of the store's pattern.
 */
export function normaliseReceiptNo(text: string, pattern?: string): string {
  const receiptNo = plain(text);
  if (receiptNo.length < lengths.least || receiptNo.length > lengths.most) throw wrong();
  if (pattern !== undefined && !isOf(receiptNo, plain(pattern, '#@'))) throw wrong(pattern);
  return receiptNo;
}

/** Digits and letters of a text, whatever width they were typed in. */
function plain(text: string, kept = ''): string {
  return Array.from(text.normalize('NFKC').toUpperCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character) || kept.includes(character))
    .join('');
}

/** `#` is a digit, `@` a letter, everything else itself. No regular expression of a stranger is ever run. */
function isOf(receiptNo: string, pattern: string): boolean {
  const characters = Array.from(receiptNo);
  const wanted = Array.from(pattern);
  return (
    characters.length === wanted.length &&
    wanted.every((want, index) => {
      const character = characters[index] ?? '';
      if (want === '#') return /\p{N}/u.test(character);
      return want === '@' ? /\p{L}/u.test(character) : want === character;
    })
  );
}

function wrong(pattern?: string): UserError {
  const like = pattern === undefined ? '' : ` (${pattern})`;
  const message = { ko: '영수증 번호가 아닙니다', en: 'is not a receipt number' };
  const fix = {
    ko: `영수증에 적힌 번호${like}를 그대로 적거나 비워 두세요`,
    en: `Write the number on the receipt${like}, or leave it empty`,
  };
  return new UserError('USER_001', { what: 'entry' }, { issues: [{ path: ['receiptNo'], message, fix }] });
}
