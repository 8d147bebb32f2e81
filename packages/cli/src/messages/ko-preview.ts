import type { AssetFault } from '../preview/contact-sheet.js';

export const koPreviewHelp = {
  preview: '만든 것을 한 페이지에 모아 봅니다',
  fileOrCampaign: '이벤트 번호, 또는 이벤트 파일. 비우면 가장 최근 이벤트',
  noOpen: '브라우저를 열지 않고 주소만 보여 줍니다',
  out: '페이지를 파일 하나로 저장합니다 (그림과 영상 포함)',
};

export const koPreview = {
  preview: {
    title: '만든 것 모아 보기',
    drawing: '파일의 내용으로 그려 보는 중',
    saved: (path: string) => `${path}에 저장했습니다. 이 파일 하나만 보내면 됩니다.`,
    places: '채널',
    findings: '점검에서 나온 것',
    summary: (count: number, found: number) =>
      found === 0
        ? `${count}개를 만들었습니다. 점검에서 나온 것이 없습니다.`
        : `${count}개를 만들었습니다. 살펴볼 것 ${found}가지.`,
    rehearsal: '리허설',
    sandbox: '연습',
    spare: '예비',
    madeBy: (maker: string) => (maker === 'template' ? '템플릿으로 그림' : `만든 것: ${maker}`),
    writtenBy: (model: string) => `AI가 씀: ${model}`,
    unwritten: (why: string) => `기획안의 글입니다. ${why}`,
    soundBy: (voice: string) => `음성: ${voice}`,
    silent: {
      no_ffmpeg: '소리 없음: ffmpeg가 없습니다',
      too_long: '소리 없음: 음성이 영상보다 깁니다',
      failed: '소리 없음: 음성을 넣지 못했습니다',
    },
    paintedBy: (model: string) => `AI가 그림: ${model}`,
    size: '크기',
    length: '길이',
    seconds: (count: number) => `${count}초`,
    bytes: '용량',
    letters: '글자 수',
    hashtags: '해시태그',
    of: (value: string, most: string) => `${value} / 최대 ${most}`,
    download: (name: string) => `${name} 내려받기 (PDF)`,
    fault: (fault: AssetFault): string => {
      switch (fault.kind) {
        case 'missing':
          return '파일이 없습니다. kt-event generate로 다시 만드세요.';
        case 'changed':
          return '만든 뒤에 파일이 바뀌었습니다. 승인한 내용과 다를 수 있습니다.';
        case 'too-large':
          return `채널이 받는 크기(${Math.floor(fault.most / 1_000)} KB)를 넘습니다.`;
        case 'too-long':
          return `채널이 받는 글자 수(${fault.most}자)를 넘습니다.`;
        case 'dropped':
          return `그릴 수 없어 뺀 글자: ${fault.letters}`;
      }
    },
  },
};
