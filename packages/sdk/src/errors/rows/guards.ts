import type { ErrorSpec } from '../error-spec.js';

/** The person must act: what keeps programs and pumped bills away from an event. */
export const guardErrors = {
  USER_057: {
    title: { ko: '사람인지 확인해야 합니다', en: 'A check for people comes first' },
    message: {
      ko: '지금은 자동 요청을 막기 위한 확인이 먼저 필요합니다 ({reason})',
      en: 'A challenge must be solved first ({reason})',
    },
    hint: {
      ko: '새 확인 문제를 풀어 같은 내용과 함께 다시 보내세요.',
      en: 'Solve a new challenge and send the same request again with its solution.',
    },
    exitCode: 2,
    httpStatus: 428,
    retryable: false,
  },
  USER_058: {
    title: { ko: '인증번호가 필요합니다', en: 'A one-time code is needed' },
    message: {
      ko: '문자로 받은 인증번호가 없거나 맞지 않거나 기한이 지났습니다',
      en: 'The one-time code is missing, wrong, used or too old',
    },
    hint: {
      ko: '인증번호를 다시 확인하거나 새로 받으세요.',
      en: 'Check the code, or ask for a new one.',
    },
    exitCode: 2,
    httpStatus: 403,
    retryable: false,
  },
  USER_059: {
    title: { ko: '인증번호를 너무 자주 요청했습니다', en: 'Too many one-time codes' },
    message: {
      ko: '인증번호를 {seconds}초 뒤에 다시 받을 수 있습니다',
      en: 'Another code can be sent in {seconds} s',
    },
    hint: {
      ko: '안내된 시간만큼 기다린 뒤 다시 요청하세요.',
      en: 'Wait for the time given, then ask again.',
    },
    exitCode: 2,
    httpStatus: 429,
    retryable: true,
  },
  USER_060: {
    title: { ko: '인증번호 예산을 모두 썼습니다', en: 'The budget for one-time codes is used up' },
    message: {
      ko: '이 이벤트가 인증 문자에 쓸 수 있는 {budgetKrw}원을 모두 썼습니다',
      en: 'This campaign has spent the {budgetKrw} KRW it may spend on codes',
    },
    hint: {
      ko: '매장에 문의하세요. 운영자는 guards.codeBudgetKrw를 더 크게 잡아 새 이벤트를 만들 수 있습니다.',
      en: 'Ask the store. Its owner can plan a campaign with a larger guards.codeBudgetKrw.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_061: {
    title: { ko: '인증번호를 보내지 못했습니다', en: 'The one-time code was not sent' },
    message: {
      ko: '문자 서비스가 인증번호를 보내지 못했습니다',
      en: 'The message service did not send the code',
    },
    hint: {
      ko: '번호를 확인하고 잠시 뒤 다시 요청하세요.',
      en: 'Check the number and ask again in a moment.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_062: {
    title: { ko: '인증번호를 쓰지 않는 이벤트입니다', en: 'This campaign uses no one-time codes' },
    message: {
      ko: '이 이벤트는 인증번호 없이 응모합니다',
      en: 'People enter this campaign without a code',
    },
    hint: { ko: '인증번호 없이 응모하세요.', en: 'Enter without a code.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_063: {
    title: { ko: '사람인지 확인되지 않았습니다', en: 'The check for people was not passed' },
    message: {
      ko: '사람인지 확인한 값이 없거나, 이미 쓰였거나, 기한이 지났습니다 ({reason})',
      en: 'The token of the check for people is missing, used or too old ({reason})',
    },
    hint: {
      ko: '응모 화면을 새로 열어 확인 칸을 마친 뒤 다시 보내세요.',
      en: 'Open the entry page again, pass its check and send the same request with the new token.',
    },
    exitCode: 2,
    httpStatus: 403,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
