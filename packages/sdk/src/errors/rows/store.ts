import type { ErrorSpec } from '../error-spec.js';

/** The operator must act: disk, database, other processes. */
export const storeErrors = {
  STORE_001: {
    title: { ko: '저장소를 열 수 없습니다', en: 'Store cannot be opened' },
    message: { ko: '{path}을(를) 열 수 없습니다', en: 'Cannot open {path}' },
    hint: { ko: '폴더가 있고 쓸 수 있는지 확인하세요.', en: 'Check that the folder exists and is writable.' },
    exitCode: 5,
    httpStatus: 500,
    retryable: false,
  },
  STORE_002: {
    title: { ko: '저장된 값이 올바르지 않습니다', en: 'Stored row is not valid' },
    message: { ko: '저장된 {what} 값을 읽을 수 없습니다', en: 'A stored {what} cannot be read' },
    hint: { ko: '저장소를 만든 것과 같은 버전으로 실행하세요.', en: 'Run the version that wrote the store.' },
    exitCode: 5,
    httpStatus: 500,
    retryable: false,
  },
  STORE_003: {
    title: { ko: '다른 프로세스가 이어받았습니다', en: 'Another process took over' },
    message: {
      ko: '실행 {runId}은(는) 다른 프로세스가 이어받았습니다',
      en: 'Run {runId} was taken over by another process',
    },
    hint: { ko: '이 창을 닫고 새 창에서 계속하세요.', en: 'Close this one and go on in the other.' },
    exitCode: 5,
    httpStatus: 409,
    retryable: false,
  },
  STORE_004: {
    title: { ko: '이미 실행 중입니다', en: 'Already running' },
    message: {
      ko: '실행 {runId}은(는) 다른 프로세스에서 진행 중입니다',
      en: 'Run {runId} is in progress in another process',
    },
    hint: {
      ko: '끝나기를 기다리거나 그 프로세스를 멈추세요.',
      en: 'Wait for it to end, or stop that process.',
    },
    exitCode: 5,
    httpStatus: 409,
    retryable: false,
  },
  STORE_005: {
    title: { ko: '저장하지 못했습니다', en: 'Could not be saved' },
    message: { ko: '저장하지 못했습니다 ({reason})', en: 'Could not be saved ({reason})' },
    hint: { ko: '디스크 공간을 확인하고 다시 시도하세요.', en: 'Check disk space and try again.' },
    exitCode: 5,
    httpStatus: 503,
    retryable: true,
  },
  STORE_006: {
    title: { ko: '저장소가 응답하지 않습니다', en: 'Store does not answer' },
    message: { ko: '저장소를 읽을 수 없습니다 ({reason})', en: 'The store cannot be read ({reason})' },
    hint: { ko: '디스크와 데이터 폴더를 확인하세요.', en: 'Check the disk and the data folder.' },
    exitCode: 5,
    httpStatus: 503,
    retryable: true,
  },
} as const satisfies Record<`STORE_${string}`, ErrorSpec>;
