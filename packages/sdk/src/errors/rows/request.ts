import type { ErrorSpec } from '../error-spec.js';

/** The person must act: what a server refuses before it looks at the content, and where it may listen. */
export const requestErrors = {
  USER_034: {
    title: { ko: '이 주소에서는 할 수 없는 요청입니다', en: 'Method not allowed' },
    message: { ko: '이 주소는 {method} 요청을 받지 않습니다', en: 'This address does not take {method}' },
    hint: { ko: 'Allow 헤더에 있는 방법으로 보내세요.', en: 'Use a method that the Allow header names.' },
    exitCode: 2,
    httpStatus: 405,
    retryable: false,
  },
  USER_035: {
    title: { ko: '보낸 내용이 너무 깁니다', en: 'Request is too large' },
    message: {
      ko: '요청은 {limitBytes}바이트를 넘을 수 없습니다',
      en: 'A request may not be longer than {limitBytes} bytes',
    },
    hint: { ko: '묻는 항목만 보내세요.', en: 'Send only the fields asked for.' },
    exitCode: 2,
    httpStatus: 413,
    retryable: false,
  },
  USER_036: {
    title: { ko: '읽을 수 없는 형식입니다', en: 'Media type is not read here' },
    message: { ko: '{accepted} 형식만 받습니다', en: 'Only {accepted} is read here' },
    hint: { ko: 'Content-Type을 고쳐 다시 보내세요.', en: 'Correct the Content-Type and send it again.' },
    exitCode: 2,
    httpStatus: 415,
    retryable: false,
  },
  USER_037: {
    title: { ko: '서버를 열 수 없습니다', en: 'Server cannot listen' },
    message: { ko: '{address}에서 열 수 없습니다 ({reason})', en: 'Cannot listen on {address} ({reason})' },
    hint: {
      ko: '다른 포트를 고르거나 그 포트를 쓰는 프로그램을 닫으세요.',
      en: 'Choose another port, or close the program that holds it.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
