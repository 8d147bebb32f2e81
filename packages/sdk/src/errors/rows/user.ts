import type { ErrorSpec } from '../error-spec.js';
import { awardErrors } from './award.js';
import { drawErrors } from './draw.js';
import { guardErrors } from './guards.js';
import { mechanicsErrors } from './mechanics.js';
import { proofErrors } from './proof.js';
import { publicationErrors } from './publication.js';
import { requestErrors } from './request.js';
import { visitorErrors } from './visitor.js';
import { voidErrors } from './void.js';

/** The person must act: file, flags, rules. */
export const userErrors = {
  ...awardErrors,
  ...drawErrors,
  ...requestErrors,
  ...guardErrors,
  ...publicationErrors,
  ...visitorErrors,
  ...mechanicsErrors,
  ...proofErrors,
  ...voidErrors,
  USER_001: {
    title: { ko: '입력이 올바르지 않습니다', en: 'Input is not valid' },
    message: { ko: '{what}에 고칠 곳이 있습니다', en: '{what} has something to correct' },
    hint: { ko: '표시된 곳을 고친 뒤 다시 실행하세요.', en: 'Correct the places shown and run again.' },
    exitCode: 2,
    httpStatus: 400,
    retryable: false,
  },
  USER_002: {
    title: { ko: '찾을 수 없습니다', en: 'Not found' },
    message: { ko: '{what} "{id}"을(를) 찾을 수 없습니다', en: '{what} "{id}" does not exist' },
    hint: { ko: '`kt-event status`로 있는 것을 확인하세요.', en: 'See what exists with `kt-event status`.' },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_003: {
    title: { ko: '규칙에 어긋납니다', en: 'A rule is broken' },
    message: {
      ko: '반드시 고쳐야 할 규칙이 {count}건 있습니다: {rules}',
      en: '{count} rule(s) must be met first: {rules}',
    },
    hint: {
      ko: '`kt-event check`로 이유와 고치는 법을 보세요.',
      en: 'See reasons and remedies with `kt-event check`.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_004: {
    title: { ko: '이미 응모하셨습니다', en: 'Already entered' },
    message: {
      ko: '이 번호로는 {enteredAt}에 이미 응모되었습니다',
      en: 'This phone entered already at {enteredAt}',
    },
    hint: {
      ko: '한 번만 응모하면 됩니다. 발표를 기다려 주세요.',
      en: 'One entry is enough: wait for the result.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_005: {
    title: { ko: '응모 기간이 아닙니다', en: 'Not open for entries' },
    message: {
      ko: '응모 기간은 {opensAt}부터 {closesAt}까지입니다',
      en: 'Entries are taken from {opensAt} to {closesAt}',
    },
    hint: { ko: '응모 기간에 다시 시도하세요.', en: 'Come back while entries are open.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_006: {
    title: { ko: '준비한 수량이 모두 나갔습니다', en: 'Sold out' },
    message: { ko: '선착순 {stock}개가 모두 나갔습니다', en: 'All {stock} pieces are gone' },
    hint: { ko: '다음 이벤트를 기다려 주세요.', en: 'Wait for the next event.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_007: {
    title: { ko: '승인이 필요합니다', en: 'Approval needed' },
    message: {
      ko: '이벤트 {campaignId}의 내용 {contentHash}은(는) 아직 승인되지 않았습니다',
      en: 'Content {contentHash} of campaign {campaignId} is not approved',
    },
    hint: {
      ko: '내용을 확인한 뒤 --yes를 붙여 승인하세요.',
      en: 'Read the content, then approve it with --yes.',
    },
    exitCode: 7,
    httpStatus: 409,
    retryable: false,
  },
  USER_008: {
    title: { ko: '지금 단계에서는 할 수 없습니다', en: 'Not possible in this state' },
    message: {
      ko: '지금 단계에서는 할 수 없는 일입니다 ({state} → {action})',
      en: 'A campaign that is {state} cannot {action}',
    },
    hint: {
      ko: '`kt-event status`로 다음에 할 일을 확인하세요.',
      en: 'See what comes next with `kt-event status`.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_009: {
    title: { ko: '같은 요청 번호에 다른 내용이 왔습니다', en: 'Idempotency key used for another request' },
    message: {
      ko: '이 요청 번호는 다른 내용으로 이미 쓰였습니다',
      en: 'This idempotency key was used with another body',
    },
    hint: { ko: '새 요청 번호로 다시 보내세요.', en: 'Send it again with a new key.' },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_010: {
    title: { ko: '질문에 답할 화면이 없습니다', en: 'A question needs a terminal' },
    message: {
      ko: '"{question}"을(를) 물어볼 수 없습니다. {flag}을(를) 붙여 주세요',
      en: 'Cannot ask "{question}" here; pass {flag}',
    },
    hint: { ko: '안내된 옵션을 붙여 실행하세요.', en: 'Run again with that flag.' },
    exitCode: 2,
    httpStatus: 400,
    retryable: false,
  },
  USER_011: {
    title: { ko: '중단했습니다', en: 'Cancelled' },
    message: { ko: '중단했습니다. 끝난 일은 저장되어 있습니다', en: 'Cancelled; finished work is kept' },
    hint: { ko: '`kt-event resume`으로 이어서 하세요.', en: 'Go on with `kt-event resume`.' },
    exitCode: 130,
    httpStatus: 499,
    retryable: false,
  },
  USER_014: {
    title: { ko: '잠시 후 다시 시도하세요', en: 'Too many requests' },
    message: {
      ko: '요청이 너무 많습니다. {seconds}초 뒤에 다시 시도하세요',
      en: 'Too many requests; try again in {seconds} s',
    },
    hint: { ko: '안내된 시간만큼 기다리세요.', en: 'Wait for the time given.' },
    exitCode: 2,
    httpStatus: 429,
    retryable: true,
  },
  USER_015: {
    title: { ko: '사람이 결정해야 합니다', en: 'A person must decide' },
    message: {
      ko: '실행되었는지 알 수 없는 외부 호출이 {count}건 있습니다: {effects}',
      en: '{count} external effect(s) may or may not have happened: {effects}',
    },
    hint: {
      ko: '`kt-event effects list`로 확인한 뒤 결정해 주세요.',
      en: 'Look with `kt-event effects list`, then decide.',
    },
    exitCode: 7,
    httpStatus: 409,
    retryable: false,
  },
  USER_016: {
    title: { ko: '파일을 읽을 수 없습니다', en: 'File cannot be read' },
    message: { ko: '{path} 파일을 읽을 수 없습니다 ({reason})', en: 'Cannot read {path} ({reason})' },
    hint: {
      ko: '경로를 확인하거나 `kt-event init`으로 새로 만드세요.',
      en: 'Check the path, or make a file with `kt-event init`.',
    },
    exitCode: 2,
    httpStatus: 400,
    retryable: false,
  },
  USER_017: {
    title: { ko: '예산을 넘습니다', en: 'Over budget' },
    message: {
      ko: '이번 지출 {costKrw}원을 더하면 상한 {capKrw}원을 넘습니다',
      en: 'Spending {costKrw} KRW more would pass the cap of {capKrw} KRW',
    },
    hint: { ko: '예산을 늘리거나 유료 항목을 줄이세요.', en: 'Raise the budget or drop a paid item.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_022: {
    title: { ko: '내용이 너무 길어 그릴 수 없습니다', en: 'Too much content to draw' },
    message: {
      ko: '{what}에 넣기에는 내용이 너무 깁니다',
      en: 'There is more content than fits on the {what}',
    },
    hint: { ko: '문구를 줄이거나 나누세요.', en: 'Shorten or split the text.' },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_033: {
    title: { ko: '이미 있는 파일입니다', en: 'File exists already' },
    message: { ko: '{path} 파일이 이미 있어서 쓰지 않았습니다', en: '{path} exists, so nothing was written' },
    hint: { ko: '다른 이름을 쓰거나 --force를 붙이세요.', en: 'Choose another name, or pass --force.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
