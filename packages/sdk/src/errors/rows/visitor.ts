import type { ErrorSpec } from '../error-spec.js';

/** The person must act: what those who take part may ask for. */
export const visitorErrors = {
  USER_087: {
    title: { ko: '접수증을 열 수 없습니다', en: 'Receipt cannot be opened' },
    message: {
      ko: '본인 확인 값이 이 접수증의 것이 아니거나, 개인정보가 이미 파기되었습니다',
      en: 'The value does not belong to this receipt, or the personal data was destroyed',
    },
    hint: {
      ko: '접수증에 있는 본인 확인 값 32자를 그대로 넣으세요. 저장해 둔 접수증은 추첨 검증 화면에서 계속 쓸 수 있습니다.',
      en: 'Copy the 32 characters from the receipt. A receipt that was saved goes on working on the proof page.',
    },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
