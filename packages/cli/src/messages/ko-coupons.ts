import type { CouponStock } from '@kt-event/sdk';

/** Coupons and the store's own pages. */
export const koCoupons = {
  coupons: {
    none: '아직 나간 쿠폰이 없습니다.',
    stock: ({ stock, remaining, setAside, returned, returnedLately }: CouponStock) =>
      [
        `준비 ${stock}개 · 남은 수량 ${remaining}개`,
        ...(setAside > 0 ? [`추첨에 남겨 둔 수량 ${setAside}개`] : []),
        ...(returned > 0 ? [`돌아온 수량 ${returned}개 (최근 10분 ${returnedLately}개)`] : []),
      ].join(' · '),
    state: { held: '사용 전', redeemed: '사용함', expired: '기한 지남', returned: '되돌아감' },
    line: (no: number, state: string, when: string) => `${no}번  ${state}  ${when}`,
    until: (when: string) => `${when}까지`,
    at: (when: string) => when,
    redeemed: (no: number, when: string) => `${no}번 쿠폰을 사용 처리했습니다 (${when}).`,
    wouldRedeem: (no: number, until: string) =>
      `${no}번 쿠폰은 쓸 수 있습니다 (${until}까지). 사용 처리하지 않았습니다.`,
    links: {
      redeem: '쿠폰 사용 처리 (직원 휴대폰에서 여세요)',
      visit: '방문 코드 화면 (매장 화면이나 태블릿에서 여세요)',
      none: '이 이벤트에는 직원용 화면이 없습니다. 방문 코드가 없는 추첨입니다.',
      secret: '주소를 가진 사람은 누구나 열 수 있습니다. 직원에게만 알려 주세요.',
      renewed: '전에 나간 주소는 이제 열리지 않습니다.',
    },
  },
};

export const koCouponHelp = {
  group: '선착순 쿠폰을 보고 사용 처리합니다',
  list: '나간 쿠폰과 남은 수량을 봅니다',
  redeem: '쿠폰을 사용 처리합니다',
  staffLink: '직원용 주소(쿠폰 사용 처리, 방문 코드 화면)를 봅니다',
  couponNo: '쿠폰 번호',
  lastDigits: '휴대폰 번호 뒤 네 자리. 맞을 때만 사용 처리합니다',
  dryRun: '쓸 수 있는지만 봅니다. 사용 처리하지 않습니다',
  renew: '전에 나간 주소를 막고 새 주소를 만듭니다',
};
