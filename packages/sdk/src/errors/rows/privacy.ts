import type { ErrorSpec } from '../error-spec.js';

/** Personal data and the keys over it. */
export const privacyErrors = {
  USER_080: {
    title: { ko: '아직 지울 수 없습니다', en: 'Too early to erase' },
    message: {
      ko: '이벤트가 끝나지 않아(지금 상태: {state}) 응모자 정보가 아직 필요합니다',
      en: 'The campaign is not over (its state is {state}), so its participants may still have to be told something',
    },
    hint: {
      ko: '정산이 끝난 뒤에 지우거나, 먼저 `kt-event cancel`로 이벤트를 취소하세요.',
      en: 'Wait until it is settled, or end it with `kt-event cancel` first.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_081: {
    title: { ko: '옛 마스터 키가 아직 필요합니다', en: 'An older master key is still needed' },
    message: {
      ko: '이벤트 {count}개의 전화번호 색인이 옛 마스터 키로 만들어져 있습니다',
      en: '{count} campaigns are indexed under an older master key',
    },
    hint: {
      ko: '`kt-event keys status`로 확인하고 `kt-event keys rotate index <이벤트>`를 먼저 실행하세요.',
      en: 'See `kt-event keys status` and run `kt-event keys rotate index <campaign>` first.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_082: {
    title: { ko: '응모를 받는 동안에는 바꿀 수 없습니다', en: 'Not while entries are taken' },
    message: {
      ko: '지금 상태({state})에서 색인 키를 바꾸면 같은 전화번호를 알아보지 못하게 됩니다',
      en: 'In its state ({state}) another index key would make phones strangers that have entered already',
    },
    hint: { ko: '응모가 마감된 뒤에 다시 실행하세요.', en: 'Run it again after entries have closed.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
