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
  STORE_010: {
    title: { ko: '데이터베이스에 연결할 수 없습니다', en: 'Database cannot be reached' },
    message: {
      ko: '{place}의 데이터베이스를 쓸 수 없습니다 ({reason})',
      en: 'The database at {place} cannot be used ({reason})',
    },
    hint: {
      ko: '서버가 켜져 있는지, DATABASE_URL의 주소·이름·비밀번호가 맞는지 확인하세요.',
      en: 'Check that the server runs and that address, name and password in DATABASE_URL are right.',
    },
    exitCode: 5,
    httpStatus: 503,
    retryable: true,
  },
  STORE_011: {
    title: {
      ko: '데이터베이스 설정으로는 기록을 지킬 수 없습니다',
      en: 'Database does not keep what it is told',
    },
    message: {
      ko: '데이터베이스의 {setting} 설정이 "{value}"입니다',
      en: 'The database has {setting} set to "{value}"',
    },
    hint: {
      ko: 'docs/many-machines.ko.md의 서버 설정대로 고치세요.',
      en: 'Set the server up as docs/many-machines.md says.',
    },
    exitCode: 5,
    httpStatus: 500,
    retryable: false,
  },
  STORE_012: {
    title: { ko: '데이터베이스가 바쁩니다', en: 'Database is busy' },
    message: {
      ko: '다른 작업이 끝나지 않아 저장하지 못했습니다 ({reason})',
      en: 'Not saved: other work was in the way ({reason})',
    },
    hint: {
      ko: '잠시 뒤 다시 시도하세요. 저장된 것은 없습니다.',
      en: 'Try again shortly. Nothing was saved.',
    },
    exitCode: 5,
    httpStatus: 503,
    retryable: true,
  },
  STORE_013: {
    title: { ko: '데이터베이스 연결이 끊겼습니다', en: 'Connection to the database was lost' },
    message: {
      ko: '데이터베이스 연결이 끊겼습니다 ({reason})',
      en: 'The connection to the database was lost ({reason})',
    },
    hint: {
      ko: '다시 시도하세요. 끊기기 전에 저장됐다면 같은 일을 두 번 하지 않습니다.',
      en: 'Try again. What was saved before is not done twice.',
    },
    exitCode: 5,
    httpStatus: 503,
    retryable: true,
  },
} as const satisfies Record<`STORE_${string}`, ErrorSpec>;
