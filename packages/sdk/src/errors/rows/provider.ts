import type { ErrorSpec } from '../error-spec.js';

/** Wait, or ask the provider. */
export const providerErrors = {
  PROVIDER_001: {
    title: { ko: '상대 서비스가 거절했습니다', en: 'Provider refused the request' },
    message: { ko: '{provider}에서 거절했습니다: {reason}', en: '{provider} refused: {reason}' },
    hint: { ko: '이유를 고친 뒤 다시 시도하세요.', en: 'Correct the cause and try again.' },
    exitCode: 4,
    httpStatus: 502,
    retryable: false,
    outcome: 'rejected',
  },
  PROVIDER_002: {
    title: { ko: '상대 서비스가 바쁩니다', en: 'Provider is busy' },
    message: {
      ko: '{provider}에서 잠시 후 다시 보내라고 합니다 ({status})',
      en: '{provider} asks to come back later ({status})',
    },
    hint: { ko: '잠시 뒤에 `kt-event resume`을 실행하세요.', en: 'Run `kt-event resume` in a while.' },
    exitCode: 4,
    httpStatus: 503,
    retryable: true,
    outcome: 'rejected',
  },
  PROVIDER_003: {
    title: { ko: '반복된 실패로 잠시 멈췄습니다', en: 'Provider is paused after repeated failures' },
    message: {
      ko: '{provider} 호출을 {seconds}초 동안 멈췄습니다',
      en: '{provider} is paused for {seconds} s',
    },
    hint: { ko: '잠시 뒤에 `kt-event resume`을 실행하세요.', en: 'Run `kt-event resume` in a while.' },
    exitCode: 4,
    httpStatus: 503,
    retryable: false,
    outcome: 'not_sent',
  },
  PROVIDER_004: {
    title: { ko: '상대 서비스의 답을 읽을 수 없습니다', en: 'Provider answered in a form we do not know' },
    message: {
      ko: '{provider}의 답이 약속과 다릅니다: {reason}',
      en: 'The answer of {provider} is not as agreed: {reason}',
    },
    hint: {
      ko: '실제로 처리되었는지 확인한 뒤 이어서 하세요.',
      en: 'Check whether it happened before going on.',
    },
    exitCode: 4,
    httpStatus: 502,
    retryable: false,
    outcome: 'in_doubt',
  },
  PROVIDER_005: {
    title: { ko: '상대 서비스에 연결할 수 없습니다', en: 'Provider cannot be reached' },
    message: { ko: '{provider}에 연결할 수 없습니다 ({reason})', en: 'Cannot reach {provider} ({reason})' },
    hint: {
      ko: '인터넷 연결을 확인하고 `kt-event resume`을 실행하세요.',
      en: 'Check the network and run `kt-event resume`.',
    },
    exitCode: 4,
    httpStatus: 503,
    retryable: true,
    outcome: 'not_sent',
  },
  PROVIDER_006: {
    title: { ko: '상대 서비스의 답을 받지 못했습니다', en: 'The answer of the provider was lost' },
    message: {
      ko: '{provider}에 보냈지만 답을 받지 못했습니다 ({reason})',
      en: 'The request reached {provider} but its answer was lost ({reason})',
    },
    hint: {
      ko: '`kt-event resume`이 실제 처리 여부를 먼저 확인합니다.',
      en: '`kt-event resume` looks up first whether it happened.',
    },
    exitCode: 4,
    httpStatus: 504,
    retryable: true,
    outcome: 'in_doubt',
  },
  PROVIDER_007: {
    title: { ko: '공개 난수가 아직 나오지 않았습니다', en: 'The public randomness is not there yet' },
    message: {
      ko: '{provider}의 {round}회차 난수는 {revealedAt}에 나옵니다',
      en: 'Round {round} of {provider} appears at {revealedAt}',
    },
    hint: {
      ko: '그 시각이 지난 뒤 `kt-event resume`을 실행하세요.',
      en: 'Run `kt-event resume` after that time.',
    },
    exitCode: 4,
    httpStatus: 503,
    retryable: true,
    outcome: 'rejected',
  },
  PROVIDER_008: {
    title: { ko: '콘텐츠를 제때 만들지 못했습니다', en: 'The content was not made in time' },
    message: {
      ko: '콘텐츠를 만드는 데 {minutes}분이 넘게 걸려 멈췄습니다',
      en: 'Making the content took more than {minutes} minutes and was stopped',
    },
    hint: {
      ko: '컴퓨터가 한가할 때 `kt-event generate`를 다시 실행하세요. 값을 치른 것은 다시 사지 않습니다.',
      en: 'Run `kt-event generate` again when the machine is less busy. What was paid for is not bought again.',
    },
    exitCode: 4,
    httpStatus: 504,
    retryable: false,
    outcome: 'not_sent',
  },
} as const satisfies Record<`PROVIDER_${string}`, ErrorSpec>;
