import { describe, expect, it } from 'vitest';
import { couponToken, isSameToken, staffToken } from './passes.js';

const key = Buffer.alloc(32, 5);
const entry = { campaignId: 'cmp-000000000001', entryId: 'a'.repeat(32), salt: 'b'.repeat(32) };

describe('a staff link', () => {
  it('opens one page of one campaign, until it is renewed', () => {
    const tokens = [
      staffToken(key, 'redeem', 1),
      staffToken(key, 'visit', 1),
      staffToken(key, 'redeem', 2),
      staffToken(Buffer.alloc(32, 6), 'redeem', 1),
    ];

    expect(new Set(tokens).size).toBe(4);
    expect(tokens.every((token) => /^[\w-]{22}$/.test(token))).toBe(true);
    expect(staffToken(key, 'redeem', 1)).toBe(tokens[0]);
  });
});

describe('a coupon’s token', () => {
  it('depends on all of the receipt that it is made of, and does not show the salt', () => {
    const tokens = [
      couponToken(entry),
      couponToken({ ...entry, salt: 'c'.repeat(32) }),
      couponToken({ ...entry, entryId: 'c'.repeat(32) }),
      couponToken({ ...entry, campaignId: 'cmp-000000000002' }),
    ];

    expect(new Set(tokens).size).toBe(4);
    expect(tokens[0]).not.toContain('bbb');
  });

  it('is the same or it is not', () => {
    expect(isSameToken(couponToken(entry), couponToken(entry))).toBe(true);
    expect(isSameToken(couponToken(entry), `${couponToken(entry)}x`)).toBe(false);
    expect(isSameToken(couponToken(entry), '')).toBe(false);
  });
});
