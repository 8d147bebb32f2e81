import type { ErrorSpec } from '../error-spec.js';

/** The person must act: about what is, was or may not be published. */
export const publicationErrors = {
  USER_030: {
    title: { ko: '지금은 보낼 수 없는 시간입니다', en: 'Outside the allowed hours' },
    message: {
      ko: '{provider} 광고 메시지는 {nextAllowedAt}부터 보낼 수 있습니다',
      en: '{provider} takes advertising again at {nextAllowedAt}',
    },
    hint: { ko: '안내된 시각 뒤에 다시 실행하세요.', en: 'Run it again after the time given.' },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_031: {
    title: { ko: '받는 사람이 없습니다', en: 'Nobody to send to' },
    message: {
      ko: '{provider}로 받을 사람의 전화번호가 하나도 없습니다',
      en: '{provider} has no recipient to send to',
    },
    hint: {
      ko: '광고 수신에 동의한 채널 친구의 번호를 한 줄에 하나씩 적은 파일을 KT_EVENT_KAKAO_FRIENDS에 지정하세요.',
      en: 'Name a file with one friend a line, those who agreed to advertising, in KT_EVENT_KAKAO_FRIENDS.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_032: {
    title: { ko: '이대로는 보낼 수 없습니다', en: 'Cannot be sent as it is' },
    message: {
      ko: '{provider}에 보낼 내용에 문제가 있습니다: {reason}',
      en: 'The content for {provider} has a problem: {reason}',
    },
    hint: { ko: '문구나 그림을 고친 뒤 다시 시도하세요.', en: 'Correct the text or picture and try again.' },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_038: {
    title: { ko: '승인할 때와 연결이 다릅니다', en: 'Channels go elsewhere than when approved' },
    message: {
      ko: '승인할 때와 다른 곳으로 나가는 채널이 있습니다: {channels}',
      en: 'These channels go elsewhere than when this was approved: {channels}',
    },
    hint: {
      ko: '그때의 연결 정보로 다시 실행하거나, 이벤트를 취소하고 새로 만드세요.',
      en: 'Run it with the credentials of then, or cancel the campaign and make a new one.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_039: {
    title: { ko: '같은 내용이 이미 올라가 있습니다', en: 'The same content is published already' },
    message: {
      ko: '{channel}에는 같은 내용이 이미 올라가 있습니다 (이벤트 {campaignId})',
      en: '{channel} carries the same content already (campaign {campaignId})',
    },
    hint: {
      ko: '그래도 올리려면 `kt-event distribute`에 --allow-duplicate를 붙이세요.',
      en: 'To publish it all the same, pass --allow-duplicate to `kt-event distribute`.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_040: {
    title: { ko: '다른 버전으로 시작한 작업입니다', en: 'Begun by another version' },
    message: {
      ko: '이 작업은 {begun}(으)로 시작되어 지금의 {known}(으)로는 이어갈 수 없습니다',
      en: 'This run was begun by {begun}, which {known} cannot carry on',
    },
    hint: {
      ko: '시작할 때의 kt-event 버전으로 `kt-event resume`을 실행하세요.',
      en: 'Run `kt-event resume` with the version of kt-event that began it.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_041: {
    title: { ko: '그 페이지에 이벤트가 없습니다', en: 'The page does not carry the campaign' },
    message: {
      ko: '{url}에서 이 이벤트의 참여 주소를 찾지 못했습니다',
      en: 'The entry address of this campaign was not found at {url}',
    },
    hint: {
      ko: '글을 공개했는지, 참여 주소를 지우지 않았는지 확인한 뒤 다시 실행하세요.',
      en: 'Check that the post is public and still holds the entry address, then run it again.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_042: {
    title: { ko: '지금 상태에서는 할 수 없습니다', en: 'Not possible in this state' },
    message: {
      ko: '{channel}은(는) 지금 {state} 상태라서 {action}(으)로 바꿀 수 없습니다',
      en: '{channel} is {state} and cannot become {action}',
    },
    hint: {
      ko: '`kt-event publications list`로 지금 상태를 확인하세요.',
      en: 'Look at the states with `kt-event publications list`.',
    },
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
  },
  USER_043: {
    title: { ko: '확인할 수 없는 주소입니다', en: 'An address that cannot be checked' },
    message: { ko: '{url}은(는) {expected} 주소가 아닙니다', en: '{url} is not an address at {expected}' },
    hint: {
      ko: '올린 글을 브라우저로 열고 주소창의 주소를 그대로 넣으세요.',
      en: 'Open the post in a browser and pass the address shown there.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
  },
  USER_044: {
    title: { ko: '되돌릴 수 없는 채널입니다', en: 'A channel that cannot take it back' },
    message: {
      ko: '{channel}에 올라간 것은 프로그램으로 내릴 수 없습니다',
      en: 'What {channel} carries cannot be taken back by a program',
    },
    hint: {
      ko: '직접 내린 뒤 `kt-event publications mark`로 적어 두세요.',
      en: 'Take it down by hand, then record it with `kt-event publications mark`.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'rejected',
  },
  USER_045: {
    title: { ko: '읽을 수 없는 안내 멘트입니다', en: 'A script that cannot be spoken' },
    message: {
      ko: '안내 멘트를 음성으로 만들 수 없습니다: {reason}',
      en: 'The script cannot be spoken: {reason}',
    },
    hint: {
      ko: '문구를 줄이거나 고친 뒤 다시 실행하세요.',
      en: 'Shorten or correct the text and run it again.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_046: {
    title: { ko: '영상 모델에는 ffmpeg가 필요합니다', en: 'A video model needs ffmpeg' },
    message: {
      ko: 'ffmpeg가 없어 {provider}에 영상을 주문하지 않았습니다',
      en: 'There is no ffmpeg, so no clip was ordered from {provider}',
    },
    hint: {
      ko: 'ffmpeg를 설치하거나 KT_EVENT_VIDEO_MODEL을 비우세요.',
      en: 'Install ffmpeg, or leave KT_EVENT_VIDEO_MODEL empty.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'not_sent',
  },
  USER_098: {
    title: { ko: '이 영상 모델은 첫 그림이 있어야 합니다', en: 'This video model begins with a picture' },
    message: {
      ko: '첫 그림이 없어 {provider}에 영상을 주문하지 않았습니다',
      en: 'There is no picture to begin with, so no clip was ordered from {provider}',
    },
    hint: {
      ko: 'KT_EVENT_IMAGE_MODEL에 그림 모델을 쓰거나, 글만으로 영상을 만드는 모델을 고르세요.',
      en: 'Name a model that paints in KT_EVENT_IMAGE_MODEL, or choose a video model that needs words alone.',
    },
    exitCode: 2,
    httpStatus: 422,
    retryable: false,
    outcome: 'not_sent',
  },
} as const satisfies Record<`USER_${string}`, ErrorSpec>;
