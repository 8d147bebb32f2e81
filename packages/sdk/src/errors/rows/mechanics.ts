import type { ErrorSpec } from '../error-spec.js';

/** Visits and coupons. */
export const mechanicsErrors = {
  USER_050: {
    title: { ko: '이미 쓴 영수증 번호입니다', en: 'Receipt was used before' },
    message: {
      ko: '이 영수증 번호로는 이미 방문 응모권을 받았습니다',
      en: 'The bonus of this receipt was given before',
    },
    hint: {
      ko: '다른 영수증 번호를 적거나 비우고 다시 보내세요.',
      en: 'Send again with another receipt number, or without one.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_051: {
    title: { ko: '이미 쓴 쿠폰입니다', en: 'Coupon was used before' },
    message: {
      ko: '{couponNo}번 쿠폰은 {usedAt}에 사용되었습니다',
      en: 'Coupon {couponNo} was used at {usedAt}',
    },
    hint: {
      ko: '한 번만 쓸 수 있습니다. `kt-event coupons list`로 기록을 확인하세요.',
      en: 'It can be used once. See `kt-event coupons list`.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_052: {
    title: { ko: '기한이 지난 쿠폰입니다', en: 'Coupon is past its time' },
    message: {
      ko: '{couponNo}번 쿠폰은 {until}까지였습니다',
      en: 'Coupon {couponNo} could be used until {until}',
    },
    hint: {
      ko: '그 수량은 다음 사람에게 돌아갔습니다. 이 번호로는 드릴 수 없습니다.',
      en: 'Its piece has gone back to the stock: nothing can be had for this number.',
    },
    exitCode: 2,
    httpStatus: 410,
    retryable: false,
  },
  USER_053: {
    title: { ko: '쓸 수 없는 직원용 주소입니다', en: 'Staff link is not good' },
    message: {
      ko: '이 직원용 주소는 더 이상 쓸 수 없습니다',
      en: 'This staff link is not good, or not any more',
    },
    hint: {
      ko: '`kt-event coupons staff-link <이벤트>`로 새 주소를 받으세요.',
      en: 'Get the present one with `kt-event coupons staff-link <campaign>`.',
    },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_054: {
    title: { ko: '쿠폰을 찾을 수 없습니다', en: 'No such coupon' },
    message: {
      ko: '{couponNo}번 쿠폰이 없거나 뒷자리가 맞지 않습니다',
      en: 'There is no coupon {couponNo}, or the digits are those of another person',
    },
    hint: {
      ko: '쿠폰 화면의 번호와 휴대폰 번호 뒤 네 자리를 다시 확인하세요.',
      en: 'Look at the number on the coupon and the last four digits of the phone again.',
    },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_055: {
    title: { ko: '쿠폰이 없는 이벤트입니다', en: 'Event has no coupons' },
    message: { ko: '{id}은(는) 선착순 이벤트가 아닙니다', en: '{id} is no first-come event' },
    hint: { ko: '선착순형 이벤트를 고르세요.', en: 'Choose a first-come event.' },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_056: {
    title: { ko: '방문 코드를 여러 번 틀렸습니다', en: 'Too many wrong visit codes' },
    message: {
      ko: '틀린 방문 코드가 너무 많아 {seconds}초 동안 코드를 받지 않습니다',
      en: 'After so many wrong visit codes, none is taken for {seconds} seconds',
    },
    hint: {
      ko: '잠시 뒤에 다시 보내거나, 코드를 비우고 응모하세요.',
      en: 'Send again later, or enter without a code.',
    },
    exitCode: 2,
    httpStatus: 429,
    retryable: true,
  },
} as const satisfies Record<string, ErrorSpec>;
