import type { ErrorSpec } from '../error-spec.js';

/** A draw that does not hold, and where its commitment was shown. */
export const voidErrors = {
  USER_092: {
    title: { ko: '무효가 된 추첨입니다', en: 'The draw is void' },
    message: {
      ko: '이벤트 {campaignId}의 추첨은 {at}에 무효가 되었습니다',
      en: 'The draw of campaign {campaignId} was declared void at {at}',
    },
    hint: {
      ko: '같은 이벤트에서는 다시 뽑지 않습니다. 새 이벤트를 알리고 새로 추첨하세요.',
      en: 'A campaign is never drawn again: announce a new one and draw that.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_093: {
    title: { ko: '아직 난수를 기다려야 합니다', en: 'The randomness may still come' },
    message: {
      ko: '난수가 없다는 까닭으로는 {until}부터 무효로 할 수 있습니다',
      en: 'A draw can be void for want of its randomness from {until} on',
    },
    hint: {
      ko: '그때까지 기다리세요. drand는 밀린 난수를 스스로 따라잡습니다.',
      en: 'Wait until then: drand catches up by itself.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_094: {
    title: { ko: '약속한 난수가 나오지 않습니다', en: 'The announced randomness does not come' },
    message: {
      ko: '{at}에 나올 난수가 {days}일이 지나도록 없습니다',
      en: 'The randomness of {at} is missing for {days} days',
    },
    hint: {
      ko: '다른 난수로는 절대 바꾸지 않습니다. `kt-event draw void <이벤트> --reason randomness_missing`으로 이 추첨이 무효임을 알리세요.',
      en: 'It is never replaced by another. Declare the draw void: `kt-event draw void <campaign> --reason randomness_missing`.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_095: {
    title: { ko: '글에 추첨 약속이 없습니다', en: 'The post does not show the commitment' },
    message: {
      ko: '{url}에서 약속 전체의 지문 64자리를 찾지 못했습니다',
      en: 'The 64 digits of the commitment are not in {url}',
    },
    hint: {
      ko: '`kt-event anchor <이벤트>`가 보여 주는 글을 그대로 올리고, 누구나 볼 수 있게 공개한 뒤 다시 시도하세요.',
      en: 'Publish what `kt-event anchor <campaign>` shows, for everybody to see, and try again.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_096: {
    title: { ko: '약속을 공개하기에 늦었습니다', en: 'Too late to show the commitment' },
    message: {
      ko: '난수가 {at}에 이미 나와서, 이제 공개한 곳은 아무것도 증명하지 못합니다',
      en: 'The randomness is there since {at}: a place that shows the commitment now proves nothing',
    },
    hint: {
      ko: '약속은 난수가 나오기 전에만 공개한 것으로 칩니다.',
      en: 'A place counts only before the randomness.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
