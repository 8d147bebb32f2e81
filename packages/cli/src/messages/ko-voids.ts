/** A draw that does not hold, and places that show a commitment. */
export const koVoids = {
  voids: {
    question: '이대로 무효를 선언할까요? 되돌릴 수 없고, 누구나 보게 됩니다.',
    foreseen: '미리 보기: 아직 아무것도 선언하지 않았습니다.',
    declared: '추첨이 무효가 되었습니다. 서명한 기록을 공개했습니다.',
    reason: '까닭',
    words: '알리는 말',
    at: '선언',
    next: '다음 추첨의 난수',
    round: (no: number, at: string) => (at === '' ? `drand ${no}번째` : `drand ${no}번째 (${at})`),
    noNext: '정하지 않음',
    page: '알리는 곳',
    consequences: [
      '당첨자의 수령 확인과 당첨 알림, 경품 전달이 모두 멈춥니다.',
      '같은 이벤트에서는 다시 뽑지 않습니다. 다시 하려면 새 이벤트를 알리고 응모부터 받아야 합니다.',
    ],
    toTell: (known: number) =>
      known === 0
        ? '당첨을 알고 경품을 기다리는 사람이 아직 없습니다.'
        : `당첨을 알고 경품을 기다리는 ${known}명에게 무효를 알립니다. 밤에는 보내지 않고 아침 8시에 보냅니다.`,
    told: (sent: number, known: number) =>
      known === 0
        ? '당첨을 알고 경품을 기다리던 사람은 없습니다.'
        : `당첨을 알고 경품을 기다리던 ${known}명 가운데 ${sent}명에게 무효를 알렸습니다.`,
    goesOn: (when: string) => `${when}에 이어서 알립니다. 그때 kt-event serve가 켜져 있어야 합니다.`,
    unreached: (count: number) => `${count}명에게는 닿지 못했습니다. 직접 연락해 주세요.`,
    inDoubt: (count: number) => `${count}명은 받았는지 알 수 없습니다. kt-event effects list를 보세요.`,
    byHand:
      '문자 서비스가 연결되어 있지 않아 보내지 않았습니다. outbox/notices에 있는 글을 직접 보내 주세요.',
    audit: (count: number) => `감사 기록 ${count}건과 서명한 끝 지문`,
    no: (no: number) => `${no}번까지`,
    milestone: {
      commitment: '약속',
      draw: '추첨',
      notices: '알림',
      void: '무효',
      erasure: '파기',
      hour: '한 시간',
    },
    auditFile: '--json으로 저장한 파일은 kt-event verify --audit으로 확인할 수 있습니다.',
    verified: '무효 기록: 주최자가 서명했습니다. 이 추첨은 무효이니 당첨 결과를 쓰지 마세요.',
    refused: '무효 기록: 이 추첨의 것이 아니거나 서명이 맞지 않습니다. 이 기록으로는 무효가 아닙니다.',
    auditVerified:
      '감사 기록: 서명한 뒤로 빠지거나 바뀐 것이 없고, 약속 한 번과 이 추첨 한 번이 들어 있습니다.',
    auditRefused: '감사 기록: 이 추첨의 것이 아니거나, 서명한 뒤에 달라졌습니다.',
  },
  anchors: {
    publish: '아래 글을 그대로, 날짜가 남는 공개된 곳에 올려 주세요 (예: 네이버 블로그).',
    until: (when: string) => `${when} 전에 올려야 합니다. 그 뒤로는 아무것도 증명하지 못합니다.`,
    afterwards: '올린 뒤: kt-event anchor <이벤트> --post <글 주소>',
    added: (where: string) => `약속이 글에 있는 것을 확인하고 적었습니다: ${where}`,
    title: '약속을 공개한 곳',
    none: '약속을 공개한 곳이 아직 없습니다. 약속의 시각은 주최자의 말뿐입니다.',
    kind: {
      timestamp_token: '제3자의 시점 확인',
      transparency_log: '투명성 로그',
      post: '글',
      message: '메시지',
      entry_page: '응모 페이지',
    },
    worth:
      '글을 올린 시각은 그 서비스가 보여 주는 날짜로 확인합니다. 글은 고치거나 지울 수 있으니 추첨이 끝난 뒤에도 그대로 두세요.',
  },
};

export const koVoidHelp = {
  void: '추첨이 무효임을 서명해 알립니다. 되돌릴 수 없습니다',
  reason: '무효가 되는 까닭',
  words: '모두에게 알리는 말, 10~500자. 사람을 알아볼 수 있는 것은 적지 않습니다',
  nextDraw: '새 이벤트의 추첨 시각. 그때의 공개 난수를 미리 못 박습니다',
  dryRun: '무엇을 선언하게 될지 보여 주기만 합니다',
  yes: '묻지 않고 선언합니다',
  audit: '감사 기록과 서명한 끝 지문을 봅니다',
  anchor: '추첨 약속을 올릴 글을 보여 주고, 올린 곳을 적습니다',
  post: '약속을 올린 글의 주소. 글에 약속이 있는지 읽어 확인합니다',
  list: '약속을 공개한 곳을 봅니다',
  voidFile: '무효 기록 파일 (/draws/…/void.json)',
  auditFile: '감사 기록 파일 (draw audit --json)',
};
