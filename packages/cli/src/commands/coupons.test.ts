import { type Coupon, type KtEvent, UserError } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';

const id = 'cmp-abcdefghijkl';

const aCoupon = (over: Partial<Coupon> = {}): Coupon => ({
  couponNo: 3,
  state: 'held',
  issuedAt: '2026-12-02T03:00:00.000Z',
  until: '2026-12-02T04:00:00.000Z',
  ...over,
});
const used = aCoupon({ state: 'redeemed', endedAt: '2026-12-02T03:30:00.000Z' });

describe('coupons list', () => {
  it('says what is left and how each coupon stands', async () => {
    const context = createFakeContext(
      aClient({
        coupons: async () => [aCoupon({ couponNo: 1 }), { ...used, couponNo: 2 }],
        couponStock: async () => ({
          stock: 5,
          remaining: 4,
          setAside: 0,
          returned: 1,
          returnedLately: 0,
          redeemed: 1,
        }),
      }),
    );

    await context.run('coupons', 'list', id);

    expect(context.results[0]).toContain('준비 5개 · 남은 수량 4개 · 돌아온 수량 1개');
    expect(context.results[0]).toContain('1번  사용 전  2026-12-02 (수) 13:00까지');
    expect(context.results[0]).toContain('2번  사용함  2026-12-02 (수) 12:30');
  });
});

describe('coupons redeem', () => {
  it('marks a coupon used and says when', async () => {
    const redeemCoupon = vi.fn<KtEvent['redeemCoupon']>(async () => used);
    const context = createFakeContext(aClient({ redeemCoupon }));

    await context.run('coupons', 'redeem', id, '3', '--last-digits', '5678');

    expect(redeemCoupon).toHaveBeenCalledExactlyOnceWith(id, 3, { lastDigits: '5678' });
    expect(context.results[0]).toBe('3번 쿠폰을 사용 처리했습니다 (2026-12-02 (수) 12:30).');
  });

  it('marks nothing with --dry-run, and fails as it would have', async () => {
    const redeemCoupon = vi.fn<KtEvent['redeemCoupon']>();
    const held = createFakeContext(aClient({ redeemCoupon, coupon: async () => aCoupon() }));
    const over = createFakeContext(aClient({ redeemCoupon, coupon: async () => used }));

    await held.run('coupons', 'redeem', id, '3', '--dry-run');

    expect(held.values).toEqual([{ ...aCoupon(), dryRun: true }]);
    await expect(over.run('coupons', 'redeem', id, '3', '--dry-run')).rejects.toMatchObject({
      code: 'USER_051',
    });
    expect(redeemCoupon).not.toHaveBeenCalled();
  });

  it.each(['0', '-1', '1e3', 'x'])('knows no coupon %s', async (number) => {
    const context = createFakeContext(aClient());

    await expect(context.run('coupons', 'redeem', id, '--', number)).rejects.toBeInstanceOf(UserError);
  });
});

describe('coupons staff-link', () => {
  it('gives the address with what it is for, and renews it when told to', async () => {
    const staffLinks = vi.fn<KtEvent['staffLinks']>(async () => ({ redeem: 'https://e.example/r/latte1-x' }));
    const context = createFakeContext(aClient({ staffLinks }));

    await context.run('coupons', 'staff-link', id);
    await context.run('coupons', 'staff-link', id, '--renew');

    expect(staffLinks.mock.calls).toEqual([
      [id, { renew: false }],
      [id, { renew: true }],
    ]);
    expect(context.results[0]).toContain('https://e.example/r/latte1-x');
    expect(context.results[0]).not.toContain('이제 열리지 않습니다');
    expect(context.results[1]).toContain('이제 열리지 않습니다');
  });

  it('says plainly that there is none', async () => {
    const context = createFakeContext(aClient({ staffLinks: async () => ({}) }));

    await context.run('coupons', 'staff-link', id);

    expect(context.results[0]).toContain('직원용 화면이 없습니다');
  });
});
