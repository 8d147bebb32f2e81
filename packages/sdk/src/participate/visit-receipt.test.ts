import { describe, expect, it } from 'vitest';
import { normaliseReceiptNo } from './visit-receipt.js';

describe('a receipt number', () => {
  it.each([
    ['2026-0001', '20260001'],
    ['ab 12/34', 'AB1234'],
    ['승인 00123456', '승인00123456'],
    ['Ａ１２３４', 'A1234'],
  ])('%s counts as %s', (text, receiptNo) => {
    expect(normaliseReceiptNo(text)).toBe(receiptNo);
  });

  it.each([
    ['20##-####', '2026-0001', true],
    ['20##-####', '2126-0001', false],
    ['20##-####', '2026-00011', false],
    ['@@-####', 'ab-1234', true],
    ['@@-####', '12-1234', false],
    ['A.*-####', 'AXX-1234', false],
  ])('of the pattern %s: %s is %s', (pattern, text, fits) => {
    const read = () => normaliseReceiptNo(text, pattern);

    if (fits) expect(read()).toBe(text.replace(/\W/g, '').toUpperCase());
    else expect(read).toThrow(expect.objectContaining({ code: 'USER_001' }));
  });

  it('is never shown again by its refusal', () => {
    const refusal = () => normaliseReceiptNo('9981237777', '####');

    expect(refusal).toThrow(expect.objectContaining({ message: expect.not.stringContaining('9981237777') }));
  });
});
