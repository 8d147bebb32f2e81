import type { ErrorSpec } from '../error-spec.js';

/** The person must act: what a draw refuses, so that its result can be trusted. */
export const drawErrors = {
  USER_012: {
    title: { ko: '추첨 기록이 맞지 않습니다', en: 'The draw transcript does not verify' },
    message: { ko: '검증에 실패한 항목: {checks}', en: 'These checks failed: {checks}' },
    hint: { ko: '이 기록의 당첨 결과를 믿지 마세요.', en: 'Do not trust the winners in this transcript.' },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_013: {
    title: { ko: '추첨은 한 번만 할 수 있습니다', en: 'A campaign is drawn once' },
    message: {
      ko: '이벤트 {campaignId}은(는) 이미 추첨했습니다',
      en: 'Campaign {campaignId} is drawn already',
    },
    hint: { ko: '`kt-event verify`로 결과를 검증하세요.', en: 'Check the result with `kt-event verify`.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_018: {
    title: { ko: '추첨할 응모가 없습니다', en: 'Nobody to draw from' },
    message: {
      ko: '이벤트 {campaignId}에 추첨 대상 응모가 없습니다',
      en: 'Campaign {campaignId} has no eligible entry',
    },
    hint: {
      ko: '응모 기간을 늘리거나 이벤트를 취소하세요.',
      en: 'Extend the entry period or cancel the campaign.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_019: {
    title: { ko: '아직 추첨을 약속할 수 없습니다', en: 'Too early to commit to a draw' },
    message: {
      ko: '응모가 {closedAt}에 끝나므로 {publishedAt}에는 명단을 확정할 수 없습니다',
      en: 'Entries close at {closedAt}, so the list cannot be fixed at {publishedAt}',
    },
    hint: { ko: '응모가 끝난 뒤에 다시 시도하세요.', en: 'Try again after entries have closed.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_020: {
    title: { ko: '공개 난수가 너무 이릅니다', en: 'The public randomness comes too early' },
    message: {
      ko: '난수는 약속을 공개한 {publishedAt}보다 {minimumSeconds}초 이상 뒤여야 하는데 {revealedAt}에 나옵니다',
      en: 'Randomness of {revealedAt} must come {minimumSeconds} s or more after the commitment of {publishedAt}',
    },
    hint: { ko: '추첨 시각을 더 뒤로 정하세요.', en: 'Choose a later time for the draw.' },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_021: {
    title: { ko: '응모 명단이 약속과 다릅니다', en: 'The list of entries is not the committed one' },
    message: {
      ko: '이벤트 {campaignId}의 응모 명단이 공개한 약속 {fingerprint}와(과) 다릅니다',
      en: 'The entries of campaign {campaignId} differ from the published commitment {fingerprint}',
    },
    hint: {
      ko: '약속한 명단을 되살린 뒤 추첨하세요.',
      en: 'Restore the committed list before drawing.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_064: {
    title: { ko: '응모 기록이 서명한 것과 다릅니다', en: 'The entry log is not what was signed' },
    message: {
      ko: '이벤트 {campaignId}의 응모 기록이 {size}번째 응모에서 이미 서명한 기록과 다릅니다',
      en: 'Campaign {campaignId}: at entry {size} the log differs from the one that was signed',
    },
    hint: {
      ko: '응모를 지우거나 바꾼 흔적입니다. 백업과 비교하고, 되돌릴 수 없으면 이 추첨을 무효로 하세요.',
      en: 'An entry was deleted or changed. Compare a backup; if it cannot be restored, declare the draw void.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_065: {
    title: { ko: '명단이 이미 확정되었습니다', en: 'The list is fixed already' },
    message: {
      ko: '이벤트 {campaignId}의 추첨 명단은 이미 공개되어 아무도 뺄 수 없습니다',
      en: 'The list of campaign {campaignId} is public, so nobody can be left out any more',
    },
    hint: {
      ko: '제외는 응모 마감과 명단 공개 사이에만 할 수 있습니다.',
      en: 'Entries can be excluded only before the commitment is published.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
