import { UserError } from '../errors/index.js';

/** Shortest spoken form of a phone number, such as `+821012345678`. */
export type E164 = `+${string}`;

/**
 * Number ranges of Korean mobile operators: 010 with eight digits, and the older 011, 016–019 with seven or
 * eight, which still exist though nobody new gets one. Source: 전기통신번호관리세칙, quoted from memory.
 */
const mobile = /^(?:10\d{8}|1[16789]\d{7,8})$/;

/**
 * The one spelling of a Korean mobile number, however it was written: `010-1234-5678`, `01012345678`,
 * `+82 10 1234 5678`, `+82 (0)10-1234-5678`.
 *
 * @throws UserError `USER_001` for anything else, a landline included. The number is not in the error.
 */
export function toMobilePhone(text: string): E164 {
  const digits = text.normalize('NFKC').replace(/[\s().-]/g, '');
  const national = digits.replace(/^(?:\+|00)82/, '').replace(/^0/, '');
  if (/^\+?\d+$/.test(digits) && mobile.test(national)) return `+82${national}`;
  const message = { ko: '휴대전화 번호가 아닙니다', en: 'is not a Korean mobile number' };
  const fix = { ko: '예: 010-1234-5678', en: 'For example 010-1234-5678' };
  throw new UserError('USER_001', { what: 'entry' }, { issues: [{ path: ['phone'], message, fix }] });
}
