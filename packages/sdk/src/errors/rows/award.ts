import type { ErrorSpec } from '../error-spec.js';

/** About prizes and who holds them. */
export const awardErrors = {
  USER_070: {
    title: { ko: '당첨 확인 주소가 아닙니다', en: 'Not a winner’s address' },
    message: { ko: '이 주소에 해당하는 당첨이 없습니다', en: 'No award belongs to this address' },
    hint: { ko: '받은 메시지의 주소를 그대로 열어 주세요.', en: 'Open the address of the message as it is.' },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_071: {
    title: { ko: '지금은 할 수 없는 일입니다', en: 'Not possible in this state' },
    message: {
      ko: '{no}번 당첨은 지금 {state} 상태입니다',
      en: 'Award {no} is {state} now',
    },
    hint: {
      ko: '당첨의 상태를 확인하세요.',
      en: 'Look at the state of the award.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_072: {
    title: { ko: '수령 확인 기한이 지났습니다', en: 'The time to claim is over' },
    message: { ko: '{until}까지 확인할 수 있었습니다', en: 'It could be claimed until {until}' },
    hint: { ko: '매장에 문의해 주세요.', en: 'Ask the store.' },
    exitCode: 2,
    httpStatus: 410,
    retryable: false,
  },
  USER_073: {
    title: { ko: '세금 처리에 필요한 정보가 없습니다', en: 'What the tax needs is missing' },
    message: {
      ko: '{no}번 경품은 제세공과금 {taxKrw}원을 먼저 받아야 하는데, 실명과 주민등록번호가 없습니다',
      en: 'Tax of {taxKrw} KRW is due on award {no} first, and the legal name and number are missing',
    },
    hint: {
      ko: '당첨자 페이지에서 받거나, 서류로 따로 처리했다면 그렇게 알려 주세요(taxDone).',
      en: 'Have it filled in on the winner’s page, or say that it was done on paper (taxDone).',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
