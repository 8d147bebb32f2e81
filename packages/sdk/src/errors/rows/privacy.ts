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
  USER_097: {
    title: { ko: '동의 처리 결과를 알릴 때입니다', en: 'People have to be told of their consents' },
    message: {
      ko: "'{name}'에서 소식 받기에 동의하거나 철회한 {people}명에게 {day}까지 알려야 합니다",
      en: '{people} people of “{name}” have to be told of their consents by {day}',
    },
    hint: {
      ko: '`kt-event privacy consents <이벤트>`로 확인하고 `--notify`로 보내거나, 직접 알렸으면 `--told`로 적으세요.',
      en: 'See `kt-event privacy consents <campaign>`; send with `--notify`, or write down with `--told` that you told them.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
