import { describe, expect, it } from 'vitest';
import { toMobilePhone } from './phone.js';

describe('a mobile phone', () => {
  it.each([
    ['010-1234-5678', '+821012345678'],
    ['01012345678', '+821012345678'],
    ['010 1234 5678', '+821012345678'],
    ['010.1234.5678', '+821012345678'],
    ['+82 10 1234 5678', '+821012345678'],
    ['+82-(0)10-1234-5678', '+821012345678'],
    ['0082 10 1234 5678', '+821012345678'],
    ['０１０-１２３４-５６７８', '+821012345678'],
    ['011-234-5678', '+82112345678'],
  ])('has one spelling, however it is written: %s', (text, phone) => {
    expect(toMobilePhone(text)).toBe(phone);
  });

  it.each([
    '02-1234-5678',
    '031-123-4567',
    '1588-1234',
    '070-1234-5678',
    '050-1234-5678',
    '010-1234-567',
    '010-1234-56789',
    '+81 90 1234 5678',
    '+82+821012345678',
    '010-1234-567a',
    '',
  ])('is not %s', (text) => {
    expect(() => toMobilePhone(text)).toThrowError(expect.objectContaining({ code: 'USER_001' }));
  });

  it('stays out of the error that refuses it', () => {
    const attempt = () => toMobilePhone('010-9876-543');

    expect(attempt).toThrowError(expect.not.objectContaining({ message: expect.stringContaining('9876') }));
  });
});
