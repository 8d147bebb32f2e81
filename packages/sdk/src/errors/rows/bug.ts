import type { ErrorSpec } from '../error-spec.js';

/** We must act. */
export const bugErrors = {
  BUG_001: {
    title: { ko: '예상하지 못한 오류입니다', en: 'Unexpected failure' },
    message: { ko: '예상하지 못한 오류가 났습니다: {reason}', en: 'Something unexpected failed: {reason}' },
    hint: {
      ko: '끝난 일은 저장되어 있습니다. 이 내용을 개발자에게 알려 주세요.',
      en: 'Finished work is kept. Please report this.',
    },
    exitCode: 1,
    httpStatus: 500,
    retryable: false,
  },
  BUG_002: {
    title: { ko: '같은 외부 호출에 다른 내용이 왔습니다', en: 'Effect key used for another request' },
    message: {
      ko: '외부 호출 {key}의 내용이 기록과 다릅니다',
      en: 'Effect {key} differs from the recorded request',
    },
    hint: {
      ko: '이 실행은 이어갈 수 없습니다. 개발자에게 알려 주세요.',
      en: 'This run cannot go on. Please report this.',
    },
    exitCode: 1,
    httpStatus: 500,
    retryable: false,
  },
  BUG_003: {
    title: { ko: '실행 정의가 바뀌었습니다', en: 'The workflow changed under the run' },
    message: {
      ko: '실행 {runId}은(는) {definition} 정의로 시작되어 지금 버전으로 이어갈 수 없습니다',
      en: 'Run {runId} was started as {definition}, which this version does not have',
    },
    hint: { ko: '시작한 버전으로 이어서 실행하세요.', en: 'Resume it with the version that started it.' },
    exitCode: 1,
    httpStatus: 500,
    retryable: false,
  },
  BUG_004: {
    title: { ko: '기록과 다른 길로 갑니다', en: 'The code leaves the recorded way' },
    message: {
      ko: '끝난 실행 {runId}을(를) 되짚을 때 기록에 없는 {key} 단계를 하려고 합니다',
      en: 'Replaying the finished run {runId}, the code would do {key}, which is not in its journal',
    },
    hint: {
      ko: '순서를 바꿨다면 정의의 버전을 올리세요.',
      en: 'Raise the version of the definition if its way has changed.',
    },
    exitCode: 1,
    httpStatus: 500,
    retryable: false,
  },
} as const satisfies Record<`BUG_${string}`, ErrorSpec>;
