export const koTemplatesHelp = {
  templates: '그림 템플릿을 봅니다',
  list: '쓸 수 있는 템플릿의 목록',
  check: '템플릿 폴더를 읽고, 어려운 글로 모두 그려 보며 점검합니다',
  folder: '템플릿 폴더. 비우면 KT_EVENT_TEMPLATES의 폴더, 그것도 없으면 기본 템플릿',
};

const wordKinds: Readonly<Record<string, string>> = {
  plain: '보통 글',
  long: '60자 경품과 긴 글',
  rare: '드문 글자',
  emoji: '이모지',
  hanja: '한자와 로마자',
  bare: '아주 짧은 글',
};

export const koTemplates = {
  designs: {
    drawing: '템플릿을 그려 보는 중',
    own: (file: string) => `직접 만든 것: ${file}`,
    replaces: '기본 템플릿을 대신함',
    seasonal: '계절 이벤트에만',
    picture: 'AI 그림 자리 있음',
    good: (count: number, folder: string) =>
      `템플릿 ${count}개를 모든 크기와 어려운 글로 그려 보았습니다. 고칠 곳이 없습니다. (${folder})`,
    found: (count: number, folder: string) => `고칠 곳 ${count}가지 (${folder})`,
    seenOn: (picture: string, words: string) => `(${picture}, ${wordKinds[words] ?? words})`,
  },
};
