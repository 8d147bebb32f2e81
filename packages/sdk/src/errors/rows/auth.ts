import type { ErrorSpec } from '../error-spec.js';

/** The person must act: keys and permissions. */
export const authErrors = {
  AUTH_001: {
    title: { ko: '연결 정보가 없습니다', en: 'Provider credentials are missing' },
    message: { ko: '{provider}에 쓸 {variables} 값이 없습니다', en: '{provider} needs {variables}' },
    hint: {
      ko: '값을 환경 변수로 넣거나 --rehearse로 연습하세요.',
      en: 'Set the variables, or rehearse with --rehearse.',
    },
    exitCode: 3,
    httpStatus: 401,
    retryable: false,
    outcome: 'not_sent',
  },
  AUTH_002: {
    title: { ko: '연결 정보가 거부되었습니다', en: 'Provider rejected the credentials' },
    message: {
      ko: '{provider}에서 인증을 거부했습니다 ({status})',
      en: '{provider} rejected the credentials ({status})',
    },
    hint: {
      ko: '키가 만료되었는지 확인하고 새로 발급받으세요.',
      en: 'Check whether the key has expired and renew it.',
    },
    exitCode: 3,
    httpStatus: 401,
    retryable: false,
    outcome: 'rejected',
  },
  AUTH_003: {
    title: { ko: '열 수 없는 주소입니다', en: 'Address is not allowed' },
    message: {
      ko: '주소가 만료되었거나 서명이 맞지 않습니다',
      en: 'The address has expired or its signature is wrong',
    },
    hint: { ko: '새 주소를 받아 다시 여세요.', en: 'Ask for a new address.' },
    exitCode: 3,
    httpStatus: 403,
    retryable: false,
  },
  AUTH_004: {
    title: { ko: '로그인이 만료되었습니다', en: 'The sign-in has expired' },
    message: {
      ko: '{provider} 로그인이 만료되어 더 쓸 수 없습니다 ({status})',
      en: 'The sign-in at {provider} has ended ({status})',
    },
    hint: {
      ko: '계정 주인이 다시 로그인해 새 토큰을 받은 뒤 `kt-event resume`을 실행하세요.',
      en: 'Let the owner of the account sign in again, set the new token, and run `kt-event resume`.',
    },
    exitCode: 3,
    httpStatus: 401,
    retryable: false,
    outcome: 'rejected',
  },
} as const satisfies Record<`AUTH_${string}`, ErrorSpec>;
