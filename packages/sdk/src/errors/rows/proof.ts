import type { ErrorSpec } from '../error-spec.js';

/** A participant looks for their own entry in the list of a draw. */
export const proofErrors = {
  USER_090: {
    title: { ko: '추첨 명단에 없는 응모입니다', en: 'The entry is not in the list of the draw' },
    message: {
      ko: '이벤트 {campaignId}의 확정된 명단에 이 응모가 없습니다',
      en: 'The committed list of campaign {campaignId} does not hold this entry',
    },
    hint: {
      ko: '응모 확인 번호를 다시 확인하고, 맞다면 접수증을 주최자에게 보여 주세요.',
      en: 'Check the number of the entry; if it is right, show the receipt to the organiser.',
    },
    exitCode: 2,
    httpStatus: 404,
    retryable: false,
  },
  USER_091: {
    title: { ko: '추첨 명단이 파기되었습니다', en: 'The list of the draw has been destroyed' },
    message: {
      ko: '이벤트 {campaignId}의 명단이 확정할 때와 달라서 증명을 만들 수 없습니다',
      en: 'The list of campaign {campaignId} is no longer the committed one, so nothing can be shown from it',
    },
    hint: {
      ko: '전에 내려받은 내 응모의 증명으로 확인하세요. 추첨 기록은 그대로 확인할 수 있습니다.',
      en: 'Use the proof that was saved before. The transcript of the draw can still be checked.',
    },
    exitCode: 2,
    httpStatus: 410,
    retryable: false,
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
